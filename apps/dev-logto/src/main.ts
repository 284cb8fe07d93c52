import { StartRefused } from './refusals.ts';
import { demoAccounts, demoPassword } from './seed/demo.ts';
import { readSettings } from './settings.ts';
import type { DevLogto } from './start.ts';

/** oidc-provider warns on loading that it prefers Node 22; the tests show that 20.19 does. */
async function loadQuietly(): Promise<typeof import('./start.ts')> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('./start.ts');
  } finally {
    console.warn = warn;
  }
}

function greet(origin: string, seed: 'demo' | 'none'): void {
  const accounts = demoAccounts.map(({ name, email, does }) => `  ${email.padEnd(40)} ${name}: ${does}`);
  const people =
    seed === 'demo' ? [`Demo people (password ${demoPassword}):`, ...accounts] : ['No demo data.'];
  console.log([`Embedded Logto: ${origin}`, `E-mails it "sent": ${origin}/outbox`, ...people].join('\n'));
}

function stopWhenAsked(logto: DevLogto): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void logto.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
}

try {
  const settings = readSettings(process.env);
  const { startDevLogto } = await loadQuietly();
  const logto = await startDevLogto(settings);
  stopWhenAsked(logto);
  if (process.send) process.send({ type: 'ready', origin: logto.origin });
  else greet(logto.origin, settings.seed);
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}
