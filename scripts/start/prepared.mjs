import { reportFailure } from '../failure.mjs';
import { build } from '../prepare/build.mjs';
import { install } from '../prepare/install.mjs';
import { interruption } from '../process/interrupt.mjs';
import { loadDotEnv } from './dot-env.mjs';
import { plan } from './portal.mjs';

/**
 * Reads the settings, installs and builds, then runs the portal until Ctrl-C.
 * @param {typeof import('./portal.mjs').runPortal} run
 */
export function runPrepared(run) {
  const signal = interruption();
  return reportFailure(async () => {
    loadDotEnv();
    const planned = await plan(process.env);
    await install(signal);
    await build(signal);
    await run(planned, process.env, signal);
  });
}
