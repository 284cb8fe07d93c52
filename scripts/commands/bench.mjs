import { setMaxListeners } from 'node:events';
import { writeFileSync } from 'node:fs';
import { reportFailure } from '../failure.mjs';
import { browser } from '../prepare/browser.mjs';
import { build } from '../prepare/build.mjs';
import { install } from '../prepare/install.mjs';
import { interruption } from '../process/interrupt.mjs';
import { inRoot } from '../root.mjs';

/** `npm run bench`: measures what the product promises, prints a table, writes bench/results.json. */
export function main() {
  const signal = interruption();
  // Each process that is measured ends with it.
  setMaxListeners(0, signal);
  return reportFailure(async () => {
    await install(signal);
    const chromium = await browser(process.env, signal);
    await build(signal);
    const { measure } = await import('../../bench/measure.mjs');
    const { table } = await import('../../bench/table.mjs');
    const results = await measure({ chromium, signal }, process.env['BENCH_ONLY']);
    writeFileSync(inRoot('bench/results.json'), `${JSON.stringify(results, null, 2)}\n`);
    console.log(table(results));
    if (results.some(({ met }) => !met)) process.exitCode = 1;
  });
}
