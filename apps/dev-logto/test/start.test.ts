import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { StartRefused, startDevLogto } from '../src/index.ts';
import { readSettings } from '../src/settings.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** Runs the built program until it ends by itself. */
async function run(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, stderr: stderr.trim() };
}

describe('as a program', () => {
  beforeAll(() => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-b', folder]);
  }, 120_000);

  test('somebody deploys it: NODE_ENV=production ends it with one clear line', async () => {
    const { code, stderr } = await run({ NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'The embedded Logto is for development and tests: it does not start with NODE_ENV=production.',
    );
  });

  test.each(['0.0.0.0', '::', '192.168.1.7', 'logto.example.com', '127.0.0.1.evil.example'])(
    'somebody opens it to the network: DEV_LOGTO_HOST=%s ends it with one clear line',
    async (host) => {
      const { code, stderr } = await run({ DEV_LOGTO_HOST: host });
      expect(code).toBe(1);
      expect(stderr).toBe(
        `The embedded Logto listens on loopback only, not on "${host}". Example: DEV_LOGTO_HOST=127.0.0.1`,
      );
    },
  );

  test('a port in use ends it with one clear line', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, stderr } = await run({ DEV_LOGTO_PORT: String(port), DEV_LOGTO_SEED: 'none' });
    taken.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Port ${port} is in use, so the embedded Logto cannot start. Example: DEV_LOGTO_PORT=${port + 1}`,
    );
  });

  test('a parent process hears when it is ready, and takes it along when it ends', async () => {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], DEV_LOGTO_PORT: '0', DEV_LOGTO_SEED: 'none' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const [message] = (await once(child, 'message')) as [{ type: string; origin: string }];
    expect(message).toEqual({ type: 'ready', origin: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
    expect((await fetch(`${message.origin}/oidc/.well-known/openid-configuration`)).status).toBe(200);
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it', async (signal) => {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], DEV_LOGTO_PORT: '0', DEV_LOGTO_SEED: 'none' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(child, 'message');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('inside another program', () => {
  test('it refuses another address than loopback', async () => {
    await expect(startDevLogto({ host: '0.0.0.0' })).rejects.toThrow(StartRefused);
  });

  test('two run beside each other without sharing anything', async () => {
    const [one, two] = await Promise.all([startDevLogto({ seed: 'none' }), startDevLogto({ seed: 'none' })]);
    expect(one.port).not.toBe(two.port);
    await Promise.all([one.close(), two.close()]);
    await expect(fetch(one.origin)).rejects.toThrow();
  });
});

describe('its settings', () => {
  test('have defaults', () => {
    expect(readSettings({})).toEqual({
      port: 3401,
      host: '127.0.0.1',
      seed: 'demo',
      portalUrl: 'http://localhost:3000',
      controls: false,
    });
  });

  test.each([
    ['DEV_LOGTO_PORT', 'ninety'],
    ['DEV_LOGTO_PORT', '70000'],
    ['DEV_LOGTO_SEED', 'everything'],
    ['DEV_LOGTO_MEMBERS', 'many'],
    ['DEV_LOGTO_MEMBERS', '-1'],
    ['DEV_LOGTO_INVITATIONS', '1.5'],
    ['DEV_LOGTO_CONTROLS', 'yes'],
    ['PORTAL_URL', 'nowhere'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
});
