/** Milliseconds: that of Logto Cloud. */
export const WINDOW = 10_000;

/** @param times of requests, in order @returns the most in any window */
export function fullest(times: number[]): number {
  let first = 0;
  return times.reduce((most, time, last) => {
    while (time - (times[first] ?? 0) >= WINDOW) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

/** @returns which part of the budget was used, in whole windows */
export function used(times: number[], budget: number): number {
  const [first = 0] = times;
  const windows = Math.floor(((times.at(-1) ?? 0) - first) / WINDOW);
  return times.filter((time) => time - first < windows * WINDOW).length / budget / windows;
}
