import { withProgress } from '../console/progress.mjs';
import { run } from '../process/run.mjs';
import { tool } from '../root.mjs';
import { inTurns } from './in-turns.mjs';
import { one, sum } from './tally.mjs';

const AT_A_TIME = 2;

/**
 * The checks that read the code without running it, the longest first. Each counts as one test.
 * @type {{ name: string, commands: [program: string, ...args: string[]][] }[]}
 */
const CHECKS = [
  {
    name: 'types',
    commands: [
      ['tsc', '-b'],
      ['tsc', '-b', 'tsconfig.test.json'],
      ['tsc', '-p', 'scripts'],
    ],
  },
  { name: 'lint', commands: [['eslint', '.', '--max-warnings', '0']] },
  { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'import law', commands: [['depcruise', 'apps', 'packages']] },
  { name: 'unused code', commands: [['knip']] },
];

/**
 * Runs the static checks and prints what they found.
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

/**
 * Runs one check to its first failing command.
 * @param {typeof CHECKS[number]} check
 * @param {AbortSignal} signal
 */
async function runCheck({ name, commands }, signal) {
  let output = '';
  for (const [program, ...args] of commands) {
    const result = await run(tool(program), args, { signal });
    output += result.output;
    if (result.code !== 0) return { name, isGood: false, output };
  }
  return { name, isGood: true, output };
}
