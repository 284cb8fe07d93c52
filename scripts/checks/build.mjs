import { Failure } from '../failure.mjs';
import { build } from '../prepare/build.mjs';
import { one } from './tally.mjs';

/**
 * Builds what is not up to date; that it can be built is a check like any other.
 * @param {AbortSignal} signal
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runBuild(signal) {
  try {
    await build(signal);
    return one(true);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    console.log(`✗ build\n${error.message}`);
    return one(false);
  }
}
