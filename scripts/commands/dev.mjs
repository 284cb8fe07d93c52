import { reportFailure } from '../failure.mjs';
import { build } from '../prepare/build.mjs';
import { install } from '../prepare/install.mjs';
import { interruption } from '../process/interrupt.mjs';
import { loadDotEnv } from '../start/dot-env.mjs';
import { runDev } from '../start/dev.mjs';
import { plan } from '../start/portal.mjs';

/** `npm run dev`: the portal from its sources, which reloads what changes, until Ctrl-C. */
export function main() {
  const signal = interruption();
  return reportFailure(async () => {
    loadDotEnv();
    const planned = await plan(process.env);
    await install(signal);
    await build(signal);
    await runDev(planned, process.env, signal);
  });
}
