import { expect, test } from 'vitest';
import { withProgress } from '../console/progress.mjs';

/** @param {boolean} isTTY */
function output(isTTY) {
  const written = /** @type {string[]} */ ([]);
  const out = /** @type {any} */ ({ isTTY, write: (/** @type {string} */ text) => written.push(text) });
  return { out, text: () => written.join('') };
}

test('without a terminal, plain lines', async () => {
  const { out, text } = output(false);
  expect(await withProgress('Building', async () => 'built', out)).toBe('built');
  expect(text()).toBe('Building …\nBuilding: done in 0 s\n');
});

test('on a terminal, one line that is written anew', async () => {
  const { out, text } = output(true);
  await withProgress('Building', async () => {}, out);
  expect(text()).toBe('\r\x1b[KBuilding …\r\x1b[KBuilding: done in 0 s\n');
});

test('a failure leaves no half line', async () => {
  const { out, text } = output(true);
  await expect(withProgress('Building', () => Promise.reject(new Error('no')), out)).rejects.toThrow('no');
  expect(text()).toBe('\r\x1b[KBuilding …\r\x1b[K');
});
