import { membersScale } from './members-scale.mjs';
import { membersViewSize } from './members-view-size.mjs';

/** Everything that is measured, in the order of the table. */
const MEASURES = [membersViewSize, membersScale];

/**
 * @typedef {object} Bench
 * @property {string} chromium path of the browser
 * @property {AbortSignal} signal ends the run
 */

/**
 * Measures everything, one after the other, so that nothing disturbs anything.
 * @param {Bench} bench
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export async function measure(bench) {
  const results = [];
  for (const each of MEASURES) results.push(...(await each(bench)));
  return results;
}
