import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../prepare/fingerprint.mjs';
import { isStamped, stamped } from '../prepare/stamp.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a step that was done is known by its input, and not by another', async () => {
  const stamp = join(folder, 'a/b/stamp');
  expect(isStamped(stamp, 'one')).toBe(false);
  expect(await stamped(stamp, 'one', async () => 'result')).toBe('result');
  expect(isStamped(stamp, 'one')).toBe(true);
  expect(isStamped(stamp, 'two')).toBe(false);
});

test('a step that fails is forgotten, even if it was done before', async () => {
  const stamp = join(folder, 'stamp');
  await stamped(stamp, 'one', async () => {});
  const failing = stamped(stamp, 'one', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(isStamped(stamp, 'one')).toBe(false);
});

test('the fingerprint changes with contents, names and salt, not with tests', () => {
  const of = (salt = '') => fingerprint(['.'], salt, folder);
  const seen = new Set([of()]);
  writeFileSync(join(folder, 'a.ts'), '1');
  seen.add(of());
  writeFileSync(join(folder, 'a.ts'), '2');
  seen.add(of());
  writeFileSync(join(folder, 'b.ts'), '2');
  seen.add(of());
  seen.add(of('salt'));
  expect(seen.size).toBe(5);
  const before = of();
  writeFileSync(join(folder, 'test'), '');
  expect(of()).toBe(before);
});
