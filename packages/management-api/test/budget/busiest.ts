/** @returns how many of `times`, in order, fall into the fullest span of `window` milliseconds */
export function busiest(times: number[], window: number): number {
  let most = 0;
  let first = 0;
  for (let last = 0; last < times.length; last += 1) {
    while (times[last]! - times[first]! >= window) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
