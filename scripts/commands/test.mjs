import { Failure, reportFailure } from '../failure.mjs';
import { browser } from '../prepare/browser.mjs';
import { install } from '../prepare/install.mjs';
import { services } from '../prepare/services.mjs';
import { interruption } from '../process/interrupt.mjs';
import { runBuild } from '../checks/build.mjs';
import { runStaticChecks } from '../checks/static.mjs';
import { sum } from '../checks/tally.mjs';
import { runVitest } from '../checks/vitest.mjs';

/**
 * `npm test`: everything but the long tests. With arguments only the tests that vitest finds by them, such as
 * `npm test -- --project bff`. The last line is `N passed, N failed`.
 */
export function main() {
  const signal = interruption();
  return reportFailure(async () => {
    const args = process.argv.slice(2);
    await install(signal);
    const env = { ...process.env, CHROMIUM_PATH: await browser(process.env, signal) };
    const missing = await services(process.env, signal, args.includes('long'));
    const checks = [await runBuild(signal)];
    if (args.length === 0) checks.push(await runStaticChecks(signal));
    const tests = await runVitest(
      args.includes('--project') ? args : ['--project', '!long', ...args],
      env,
      signal,
    );
    const { passed, failed, skipped } = sum([...checks, tests]);
    if (tests.passed + tests.failed === 0) console.log('No test ran.');
    for (const name of missing)
      console.log(`${name} was not found and not installed; its tests were skipped.`);
    if (skipped > 0) console.log(`${skipped} skipped`);
    console.log(`${passed} passed, ${failed} failed`);
    if (failed > 0 || tests.passed === 0) throw new Failure('');
  });
}
