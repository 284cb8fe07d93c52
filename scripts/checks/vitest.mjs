import { readFileSync, rmSync } from 'node:fs';
import { inRoot, tool } from '../root.mjs';
import { run } from '../process/run.mjs';
import { vitestTally } from './vitest-tally.mjs';

/**
 * Runs the tests, their output going straight to the terminal.
 * @param {string[]} args further arguments, such as `--project bff`
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runVitest(args, env, signal) {
  const file = inRoot('.cache/vitest.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(tool('vitest'), ['run', ...reporters, ...args], { signal, env, isShown: true });
  return vitestTally(read(file), code);
}

/** @param {string} file @returns {unknown} undefined if there is none */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
