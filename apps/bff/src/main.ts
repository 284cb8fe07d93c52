import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { DatabaseError } from './database/database-error.ts';
import { loggerOptions } from './logger.ts';
import { SettingsError } from './settings/settings-error.ts';
import { readSettings } from './settings/settings.ts';
import { stop } from './stop.ts';

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url));

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await buildApp({
    settings,
    logger: loggerOptions(settings.logLevel),
    ...(existsSync(WEB_ROOT) ? { webRoot: WEB_ROOT } : {}),
  });

  const end = async () => process.exit((await stop(app, settings.stop)) ? 0 : 1);
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) {
    process.on(signal, () => {
      if (!app.underWay.isStopping) end().catch(fail);
      else if (signal !== 'disconnect') process.exit(1);
    });
  }

  // `npm start` asks, to tell the person at the terminal.
  process.on('message', (question) => {
    if (question !== 'setup-faults') return;
    app.setupFaults().then((faults) => process.send?.({ type: 'setup-faults', faults }), fail);
  });
  await app.listen({ host: settings.host, port: settings.port });
  process.send?.({ type: 'ready', origin: settings.portalUrl.origin });
}

/** One line, or for settings one line each, is what an operator can act on. */
function describe(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${process.env['PORT'] ?? 3000} is in use. Set PORT to another one, or end the program that uses it.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function fail(error: unknown): never {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
}

main().catch(fail);
