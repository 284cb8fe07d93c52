import { readFileSync, rmSync } from 'node:fs';
import { inRoot, tool } from '../root.mjs';
import { run } from '../process/run.mjs';
import { slowest } from './slowest.mjs';
import { vitestTally } from './vitest-tally.mjs';

/** Tests that are named at the end of a run. */
const SLOWEST = 20;

/** A test that never gives up its process, as in an endless loop, is beyond vitest's own time limits. */
const LIMIT_MIN = 30;

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
  const limit = AbortSignal.timeout(LIMIT_MIN * 60_000);
  try {
    const either = AbortSignal.any([signal, limit]);
    const { code } = await run(tool('vitest'), ['run', ...reporters, ...args], {
      signal: either,
      env,
      isShown: true,
    });
    const report = read(file);
    console.log(['The slowest tests:', ...slowest(report, SLOWEST)].join('\n'));
    return vitestTally(report, code);
  } catch (error) {
    signal.throwIfAborted();
    if (!limit.aborted) throw error;
    console.log(`The tests did not end within ${LIMIT_MIN} minutes and were stopped.`);
    return vitestTally(undefined, 1);
  }
}

/** @param {string} file @returns {unknown} undefined if there is none */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
