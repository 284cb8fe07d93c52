import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inRoot } from '../root.mjs';
import { findPostgres, findRedis } from '../services/find.mjs';
import { newPortalData } from '../services/prepared-data.mjs';
import { startServer } from '../services/server.mjs';
import { until } from './until.mjs';

const folder = mkdtempSync(join(tmpdir(), 'services-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {...string} programs */
function folderWith(name, ...programs) {
  mkdirSync(join(folder, name));
  for (const program of programs) writeFileSync(join(folder, name, program), '');
  return join(folder, name);
}

test('servers are found on the PATH, in its order', () => {
  const half = folderWith('half', 'postgres');
  const [first, second] = ['first', 'second'].map((it) =>
    folderWith(it, 'postgres', 'initdb', 'redis-server'),
  );
  const PATH = [half, first, second].join(delimiter);
  expect(findPostgres({ PATH })).toBe(first);
  expect(findRedis({ PATH })).toBe(join(String(first), 'redis-server'));
  expect(findRedis({ PATH: half })).toBeUndefined();
  expect(findRedis({})).toBeUndefined();
});

/** @param {URL} url @returns {Promise<boolean>} */
const listens = (url) =>
  new Promise((resolve) => {
    const socket = connect(Number(url.port), 'localhost', () => resolve(socket.destroy().destroyed));
    socket.on('error', () => resolve(false));
  });

test.each([
  ['is up', '0', 2],
  ['starts', '500', 1],
])('a server that %s goes, with what it wrote, when who wanted it is killed', async (_name, after, lines) => {
  const env = { ...process.env, UP_AFTER_MS: after };
  const child = spawn(process.execPath, [inRoot('scripts/test/fixtures/forks-server.mjs')], { env });
  let told = '';
  child.stdout.on('data', (chunk) => (told += chunk));
  await until(() => told.split('\n').length > lines);
  const url = new URL(JSON.parse(told.split('\n')[0] ?? '').url);
  const wrote = url.hash.slice(1);
  expect([await listens(url), existsSync(wrote)]).toEqual([lines === 2, true]);
  child.kill('SIGKILL');
  await until(async () => !existsSync(wrote) && !(await listens(url)));
});

test('a server that ends while it starts tells what it said', async () => {
  const starting = startServer(process.execPath, ['-e', 'console.log("no room")'], {
    isUp: /^up/,
    cwd: folder,
  });
  await expect(starting).rejects.toThrow('no room');
  await expect(startServer('no-such-program', [], { isUp: /^up/, cwd: folder })).rejects.toThrow(
    'did not start',
  );
});

test('prepared data is fresh each time, and gone when it is removed', async () => {
  const [one, other] = [await newPortalData(), await newPortalData()];
  expect(one.path).not.toBe(other.path);
  for (const { path, remove } of [one, other]) {
    expect(existsSync(join(path, 'postgres/PG_VERSION'))).toBe(true);
    remove();
    expect(existsSync(path)).toBe(false);
  }
});
