import { expect, test } from 'vitest';
import { inRoot } from '../root.mjs';
import { slowest } from '../checks/slowest.mjs';
import { vitestTally } from '../checks/vitest-tally.mjs';

/** @param {string} status @param {...string} tests */
const file = (status, ...tests) => ({ status, assertionResults: tests.map((it) => ({ status: it })) });

test('passed, failed and skipped tests are counted over all files', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')] };
  expect(vitestTally(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('a file that could not be loaded counts as failed', () => {
  expect(vitestTally({ testResults: [file('failed')] }, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a file whose set-up failed counts as failed though all of its tests were skipped', () => {
  const report = { testResults: [file('failed', 'skipped', 'skipped')] };
  expect(vitestTally(report, 1)).toEqual({ passed: 0, failed: 1, skipped: 2 });
});

test('a run that fails with all tests passed, as by an unhandled rejection, counts as failed', () => {
  expect(vitestTally({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
});

test('a run without a report counts as failed', () => {
  expect(vitestTally(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the slowest tests are named with their files', () => {
  const one = (/** @type {number} */ duration, /** @type {string} */ fullName) => ({ duration, fullName });
  const report = {
    testResults: [
      { name: inRoot('apps/a.test.ts'), assertionResults: [one(1_500, 'waits'), one(20, 'is quick')] },
      { name: inRoot('apps/b.test.ts'), assertionResults: [one(12_340, ' waits longer')] },
    ],
  };
  expect(slowest(report, 2)).toEqual([
    '  12.3 s  apps/b.test.ts  waits longer',
    '   1.5 s  apps/a.test.ts  waits',
  ]);
  expect(slowest(undefined, 2)).toEqual([]);
});
