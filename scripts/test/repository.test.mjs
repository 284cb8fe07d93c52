import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../root.mjs';

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: inRoot('.'), encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);

/** @param {RegExp} pattern */
const filesWith = (pattern) => tracked.filter((file) => pattern.test(readFileSync(inRoot(file), 'utf8')));

test('no file names a package registry: where packages come from is each machine’s own setting', () => {
  expect(filesWith(/\bregistry\.[a-z]+|\btarball: *https?:/)).toEqual([]);
});

test('no file names a folder of one machine', () => {
  expect(filesWith(/(^|[\s"'`=(:])\/(home|root|work|Users)\/[a-z]/m)).toEqual([]);
});
