import { expect, test } from 'vitest';
import { run } from '../process/run.mjs';
import { answers, until } from './until.mjs';

const signal = new AbortController().signal;

test('gives what the program said and its exit code', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(4)';
  const { code, output } = await run(process.execPath, ['-e', script], { signal });
  expect(code).toBe(4);
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
});

test('a program that does not exist gives 127', async () => {
  expect((await run('no-such-program', [], { signal })).code).toBe(127);
});

test('an interruption ends the program and all that it started, even what does not listen', async () => {
  const controller = new AbortController();
  let origin = '';
  const running = run(process.execPath, ['scripts/test/fixtures/spawns-grandchild.mjs'], {
    signal: controller.signal,
    onOutput: (text) => (origin = text.trim()),
  });
  await until(() => origin !== '');
  expect(await answers(origin)).toBe(true);
  const reason = new Error('Ctrl-C');
  controller.abort(reason);
  await expect(running).rejects.toBe(reason);
  expect(await answers(origin)).toBe(false);
});
