import { Failure, reportFailure } from '../failure.mjs';
import { install } from '../prepare/install.mjs';
import { aborted } from '../process/app.mjs';
import { interruption } from '../process/interrupt.mjs';
import { readOptions } from '../replay/options.mjs';
import { scenarioReport, summary } from '../replay/report.mjs';

/** `npm run test:logto`: plays the recordings against any Logto, and names each step that it answers otherwise. */
export function main() {
  const signal = interruption();
  return reportFailure(async () => {
    const whole = readOptions(process.argv.slice(2));
    await install(signal);
    const { loadDriver } = await import('../replay/driver.mjs');
    const { replayAll, TargetRefused } = await loadDriver();
    const run = `r${Date.now().toString(36)}`;
    console.log(`Replaying against ${whole.endpoint}; what it makes there carries the word ${run}.`);
    const replay = replayAll(whole, run, (played) => console.log(scenarioReport(played)));
    const played = await Promise.race([replay, aborted(signal)]).catch((error) => {
      throw error instanceof TargetRefused ? new Failure(error.message) : error;
    });
    console.log(summary(played));
    if (played.some(({ different }) => different.length > 0)) throw new Failure('');
  });
}
