import { buildApp } from '../../dist/app.js';
import { loggerOptions } from '../../dist/logger.js';
import { readSettings } from '../../dist/settings/settings.js';

/** The BFF as dist/main.js starts it, but that it waits less long for a Logto that may be late. */
const settings = readSettings(process.env);
const app = await buildApp({
  settings,
  logger: loggerOptions(settings.logLevel),
  late: Number(process.env['LATE']),
});
await app.listen({ host: settings.host, port: settings.port });
process.send?.({ type: 'ready', origin: settings.portalUrl.origin });
