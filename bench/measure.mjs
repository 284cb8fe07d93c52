import { budget } from './budget.mjs';
import { membersPage } from './members-page.mjs';
import { membersScale } from './members-scale.mjs';
import { membersViewSize } from './members-view-size.mjs';
import { memory } from './memory.mjs';
import { peopleBesideBulk } from './people-beside-bulk.mjs';
import { tokenRequests } from './token-requests.mjs';

/** Everything that is measured, in the order of the table; each by its name for `BENCH_ONLY`. */
const MEASURES = {
  membersPage,
  tokenRequests,
  budget,
  peopleBesideBulk,
  memory,
  membersViewSize,
  membersScale,
};

/**
 * @typedef {object} Bench
 * @property {string} chromium path of the browser
 * @property {AbortSignal} signal ends the run
 */

/**
 * Measures everything, one after the other, so that nothing disturbs anything.
 * @param {Bench} bench
 * @param {string} [only] names of what to measure, by commas; default: everything
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export async function measure(bench, only = Object.keys(MEASURES).join()) {
  const results = [];
  for (const [name, each] of Object.entries(MEASURES)) {
    if (only.split(',').includes(name)) results.push(...(await each(bench)));
  }
  return results;
}
