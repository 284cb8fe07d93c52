import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, expect, test } from 'vitest';
import { inRoot } from '../root.mjs';
import { freePort } from '../process/free-port.mjs';
import { newPortalData } from '../services/prepared-data.mjs';
import { answers, until } from './until.mjs';

const BUILDS_FIRST_IF_NEEDED_MS = 240_000;

/** @type {import('node:child_process').ChildProcess | undefined} */
let started;
const { path: PORTAL_DATA, remove } = await newPortalData();
afterEach(() => void started?.kill('SIGKILL'));
afterAll(remove);

/**
 * Runs a command as a terminal would: in a process group of its own.
 * @param {Record<string, string>} env
 * @param {'start' | 'dev'} command
 */
function start(env, command = 'start') {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [inRoot(`scripts/${command}.mjs`)], {
    env: { PATH, HOME, LOGTO_ENDPOINT: '', PORTAL_URL: '', PORTAL_DATA, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  started = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { group: -(child.pid ?? 0), output: () => output, exit: once(child, 'exit') };
}

test(
  'starts both, says where and as whom, and Ctrl-C leaves nothing',
  { timeout: BUILDS_FIRST_IF_NEEDED_MS },
  async () => {
    const [PORT, DEV_LOGTO_PORT] = [String(await freePort()), String(await freePort())];
    const portal = start({ PORT, DEV_LOGTO_PORT });
    await Promise.race([until(() => portal.output().includes('Ctrl-C stops it.')), portal.exit]);
    expect(portal.output()).toContain(`Org Portal is ready: http://localhost:${PORT}\n`);
    expect(portal.output()).toContain('amara.okafor@halden.example');
    expect(portal.output()).toContain(`http://localhost:${DEV_LOGTO_PORT}/outbox`);
    expect((await fetch(`http://localhost:${PORT}/readyz`)).status).toBe(200);
    expect(await answers(`http://localhost:${DEV_LOGTO_PORT}/outbox`)).toBe(true);
    process.kill(portal.group, 'SIGINT');
    expect(await portal.exit).toEqual([130, null]);
    expect(() => process.kill(portal.group, 0)).toThrow('ESRCH');
  },
);

test(
  'npm run dev serves the sources and signs in at one address, and Ctrl-C leaves nothing',
  { timeout: BUILDS_FIRST_IF_NEEDED_MS },
  async () => {
    const [PORT, DEV_LOGTO_PORT] = [String(await freePort()), String(await freePort())];
    const dev = start({ PORT, DEV_LOGTO_PORT }, 'dev');
    await Promise.race([until(() => dev.output().includes('Ctrl-C stops it.')), dev.exit]);
    const page = await fetch(`http://localhost:${PORT}/organizations/any/members`, {
      headers: { accept: 'text/html' },
    });
    expect(await page.text()).toContain('/src/main.tsx');
    expect((await fetch(`http://localhost:${PORT}/readyz`)).status).toBe(200);
    const signIn = await fetch(`http://localhost:${PORT}/auth/sign-in`, { redirect: 'manual' });
    expect(signIn.headers.get('location')).toContain(`http://localhost:${DEV_LOGTO_PORT}/`);
    process.kill(dev.group, 'SIGINT');
    expect(await dev.exit).toEqual([130, null]);
    expect(() => process.kill(dev.group, 0)).toThrow('ESRCH');
  },
);

test(
  'with a wrong secret it says which one, and how to correct it',
  { timeout: BUILDS_FIRST_IF_NEEDED_MS },
  async () => {
    const [PORT, DEV_LOGTO_PORT] = [String(await freePort()), String(await freePort())];
    const logto = spawn(process.execPath, [inRoot('scripts/dev-logto.mjs')], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DEV_LOGTO_PORT,
        PORTAL_URL: `http://localhost:${PORT}`,
      },
      stdio: 'ignore',
    });
    try {
      await until(() => answers(`http://localhost:${DEV_LOGTO_PORT}/outbox`));
      const portal = start({
        PORT,
        LOGTO_ENDPOINT: `http://localhost:${DEV_LOGTO_PORT}`,
        LOGTO_M2M_ID: 'wrong',
        LOGTO_M2M_SECRET: 'wrong',
        LOGTO_APP_ID: 'wrong',
        LOGTO_APP_SECRET: 'wrong',
        SESSION_SECRET: 'a-session-secret-of-more-than-32-characters',
      });
      await Promise.race([until(() => portal.output().includes('Ctrl-C')), portal.exit]);
      expect(portal.output()).not.toContain('is ready');
      expect(portal.output()).toContain(`Org Portal runs at http://localhost:${PORT} but cannot work yet:`);
      expect(portal.output()).toContain('  - LOGTO_M2M_ID or LOGTO_M2M_SECRET is wrong: Logto refuses them.');
      expect(portal.output()).toContain('  - LOGTO_APP_ID or LOGTO_APP_SECRET is wrong: Logto refuses them.');
      process.kill(portal.group, 'SIGINT');
      expect(await portal.exit).toEqual([130, null]);
    } finally {
      logto.kill('SIGINT');
    }
  },
);

test(
  'with LOGTO_ENDPOINT set, the embedded Logto is not started',
  { timeout: BUILDS_FIRST_IF_NEEDED_MS },
  async () => {
    const [PORT, DEV_LOGTO_PORT] = [String(await freePort()), String(await freePort())];
    const portal = start({ PORT, DEV_LOGTO_PORT, LOGTO_ENDPOINT: 'http://localhost:9', LOGTO_M2M_ID: '' });
    expect(await portal.exit).toEqual([1, null]);
    expect(portal.output()).toContain('LOGTO_M2M_ID is missing');
    expect(await answers(`http://localhost:${DEV_LOGTO_PORT}`)).toBe(false);
  },
);
