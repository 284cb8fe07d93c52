import { afterAll, expect, onTestFinished } from 'vitest';

/** Runs `end` after the test that it is called in; outside of a test, after all tests of the file. */
export function afterwards(end: () => unknown): void {
  const hook = expect.getState().currentTestName ? onTestFinished : afterAll;
  hook(async () => void (await end()));
}
