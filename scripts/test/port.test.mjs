import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../root.mjs';
import { freePort } from '../process/free-port.mjs';

const occupant = createServer();
let taken = '';

beforeAll(async () => {
  await once(occupant.listen(0, '127.0.0.1'), 'listening');
  taken = String(/** @type {import('node:net').AddressInfo} */ (occupant.address()).port);
});
afterAll(() => void occupant.close());

/** @param {string} command @param {Record<string, string>} env */
function start(command, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot(`scripts/${command}.mjs`)], {
    env: { PATH: process.env['PATH'], LOGTO_ENDPOINT: '', DEV_LOGTO_PORT: '', PORT: '', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test.each(['PORT', 'DEV_LOGTO_PORT'])('npm start with %s in use says so in one line', async (variable) => {
  const other = variable === 'PORT' ? 'DEV_LOGTO_PORT' : 'PORT';
  const { status, stdout, stderr } = start('start', { [variable]: taken, [other]: String(await freePort()) });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^Port ${taken} is in use\\. .*set ${variable} to another port.*\\n$`));
});

test('npm run dev-logto with its port in use says so in one line', () => {
  const { status, stderr } = start('dev-logto', { DEV_LOGTO_PORT: taken });
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^Port ${taken} is in use\\. .*DEV_LOGTO_PORT.*\\n$`));
});

test('a port that is none names the variable', () => {
  const { status, stderr } = start('start', { PORT: '70000' });
  expect(status).toBe(1);
  expect(stderr).toBe('PORT must be a port from 1 to 65535, such as 3000; it is "70000".\n');
});

test('the same port for both names both variables', () => {
  const { status, stderr } = start('start', { PORT: '4000', DEV_LOGTO_PORT: '4000' });
  expect(status).toBe(1);
  expect(stderr).toBe('PORT and DEV_LOGTO_PORT are both 4000; choose two different ports.\n');
});
