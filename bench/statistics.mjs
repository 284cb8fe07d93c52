/** @param {number[]} values at least one */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}

/**
 * The middle half of the values, such as `0.97–1.04`.
 * @param {number[]} values
 * @param {number} digits after the point
 */
export function spread(values, digits) {
  const sorted = values.toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => (sorted[Math.round(share * (sorted.length - 1))] ?? NaN).toFixed(digits);
  return `${at(0.25)}–${at(0.75)}`;
}
