import { expect, test } from 'vitest';
import { isTooOld } from '../node-version.mjs';

test.each(['v12.22.12', 'v18.20.8', 'v20.18.3', '20.9.0'])('%s is too old', (version) => {
  expect(isTooOld(version)).toBe(true);
});

test.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v100.1.0'])('%s is good', (version) => {
  expect(isTooOld(version)).toBe(false);
});
