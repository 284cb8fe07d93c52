/**
 * Counts what vitest's JSON reporter wrote. A file that could not be loaded, or whose set-up failed, has no
 * failed test of its own and counts as one; so does a run that failed for another reason, or wrote nothing.
 * @param {any} report the parsed report; undefined if there is none
 * @param {number} exitCode of vitest
 * @returns {import('./tally.mjs').Tally}
 */
export function vitestTally(report, exitCode) {
  /** @type {any[]} */
  const files = report?.testResults ?? [];
  const statuses = files.map((file) => file.assertionResults.map((/** @type {any} */ test) => test.status));
  const all = statuses.flat();
  const brokenFiles = files.filter((file, i) => file.status === 'failed' && !statuses[i].includes('failed'));
  const failed = all.filter((status) => status === 'failed').length + brokenFiles.length;
  const passed = all.filter((status) => status === 'passed').length;
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: all.length - passed - all.filter((status) => status === 'failed').length,
  };
}
