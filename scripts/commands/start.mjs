import { reportFailure } from '../failure.mjs';
import { build } from '../prepare/build.mjs';
import { install } from '../prepare/install.mjs';
import { interruption } from '../process/interrupt.mjs';
import { loadDotEnv } from '../start/dot-env.mjs';
import { plan, runPortal } from '../start/portal.mjs';

/** `npm start`: everything that a running portal needs, then the portal, until Ctrl-C. */
export function main() {
  const signal = interruption();
  return reportFailure(async () => {
    loadDotEnv();
    const planned = await plan(process.env);
    await install(signal);
    await build(signal);
    await runPortal(planned, process.env, signal);
  });
}
