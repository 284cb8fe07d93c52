import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startApp } from '../process/app.mjs';
import { inRoot } from '../root.mjs';
import { answers, until } from './until.mjs';

/** @param {string} fixture @param {AbortSignal} [signal] */
const start = (fixture, signal = new AbortController().signal) =>
  startApp({ title: 'The app', entry: `scripts/test/fixtures/${fixture}.mjs`, env: process.env, signal });

test('an app runs once it says so, until it is stopped', async () => {
  const app = await start('listening-app');
  expect(await answers(app.origin)).toBe(true);
  await app.stop();
  expect(await answers(app.origin)).toBe(false);
});

test('an app that cannot start passes on its exit code and adds no line to its own', async () => {
  await expect(start('failing-app')).rejects.toMatchObject({ message: '', exitCode: 3 });
});

test('an app that dies while it runs is named, with its exit code', async () => {
  const app = await start('listening-app');
  await answers(`${app.origin}/die`);
  const failure = { message: 'The app ended unexpectedly (exit code 7).', exitCode: 7 };
  await expect(app.unexpectedEnd).rejects.toMatchObject(failure);
});

test('an interruption before the app runs ends it', async () => {
  const reason = new Error('Ctrl-C');
  await expect(start('listening-app', AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('kill -9 of the starting process leaves no app behind', async () => {
  const parent = spawn(process.execPath, [inRoot('scripts/test/fixtures/starts-listening-app.mjs')]);
  const [chunk] = await once(parent.stdout, 'data');
  const origin = String(chunk).trim();
  expect(await answers(origin)).toBe(true);
  parent.kill('SIGKILL');
  await until(async () => !(await answers(origin)));
});
