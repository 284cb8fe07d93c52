import { withProgress } from '../console/progress.mjs';
import { run } from '../process/run.mjs';
import { inTurns } from './in-turns.mjs';
import { one, sum } from './tally.mjs';

const AT_A_TIME = 2;

/** The checks that read the code without running it, the longest first, by their script in package.json. */
const CHECKS = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format' },
  { name: 'import law', script: 'law' },
  { name: 'unused code', script: 'unused' },
];

/**
 * Runs the static checks, each of which counts as one test, and prints what they found.
 * @param {AbortSignal} signal
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runStaticChecks(signal) {
  const title = `Checking ${CHECKS.map(({ name }) => name).join(', ')}`;
  const results = await withProgress(title, () =>
    inTurns(CHECKS, AT_A_TIME, (check) => runCheck(check, signal)),
  );
  for (const { name, isGood, output } of results) {
    console.log(isGood ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}`);
  }
  return sum(results.map(({ isGood }) => one(isGood)));
}

/** @param {typeof CHECKS[number]} check @param {AbortSignal} signal */
async function runCheck({ name, script }, signal) {
  const { code, output } = await run('npm', ['run', '--silent', script], { signal });
  return { name, isGood: code === 0, output };
}
