import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Whether a step was last completed with exactly this input.
 * @param {string} file where the step keeps the fingerprint of its input
 * @param {string} fingerprint
 */
export function isStamped(file, fingerprint) {
  try {
    return readFileSync(file, 'utf8') === fingerprint;
  } catch {
    return false;
  }
}

/**
 * Does a step, and remembers its input if it succeeds. A step that fails is forgotten, so it is done again.
 * @template T
 * @param {string} file
 * @param {string} fingerprint
 * @param {() => Promise<T>} step
 */
export async function stamped(file, fingerprint, step) {
  rmSync(file, { force: true });
  const result = await step();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, fingerprint);
  return result;
}
