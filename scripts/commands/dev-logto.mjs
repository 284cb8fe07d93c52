import { reportFailure } from '../failure.mjs';
import { buildPrograms } from '../prepare/build.mjs';
import { install } from '../prepare/install.mjs';
import { aborted } from '../process/app.mjs';
import { interruption } from '../process/interrupt.mjs';
import { loadDotEnv } from '../start/dot-env.mjs';
import { assertPortIsFree, portFrom } from '../start/port.mjs';
import { startLogto } from '../start/embedded-logto.mjs';
import { portalUrl } from '../start/settings.mjs';
import { welcome } from '../start/welcome.mjs';

/** `npm run dev-logto`: the embedded Logto alone, until Ctrl-C. */
export function main() {
  const signal = interruption();
  return reportFailure(async () => {
    loadDotEnv();
    const { env } = process;
    const port = portFrom(env, 'DEV_LOGTO_PORT', 3401);
    await assertPortIsFree(port, 'DEV_LOGTO_PORT');
    await install(signal);
    await buildPrograms(signal);
    const logto = await startLogto(port, env, portalUrl(env, portFrom(env, 'PORT', 3000)), signal);
    console.log(welcome('The embedded Logto', logto.origin, logto));
    await Promise.race([aborted(signal), logto.unexpectedEnd]).finally(logto.stop);
  });
}
