import { relative } from 'node:path';
import { ROOT } from '../root.mjs';

/**
 * Finds what a run of the tests waits for.
 * @param {any} report what vitest's JSON reporter wrote; undefined if there is none
 * @param {number} most how many
 * @returns {string[]} the slowest tests, slowest first: seconds, file, name
 */
export function slowest(report, most) {
  /** @type {{ seconds: number, file: string, name: string }[]} */
  const tests = (report?.testResults ?? []).flatMap((/** @type {any} */ { name: file, assertionResults }) =>
    assertionResults.map((/** @type {any} */ { duration, fullName }) => ({
      seconds: (duration ?? 0) / 1_000,
      file: relative(ROOT, file),
      name: fullName.trim(),
    })),
  );
  return tests
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, most)
    .map(({ seconds, file, name }) => `${seconds.toFixed(1).padStart(6)} s  ${file}  ${name}`);
}
