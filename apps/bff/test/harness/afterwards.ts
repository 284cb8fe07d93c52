import { afterAll, onTestFinished } from 'vitest';

const ends: (() => unknown)[] = [];

afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/**
 * Runs `end` after the test that it is called in; outside of a test, as in `beforeAll`, after all tests of the file. What
 * was asked for last is run first. (Vitest forgets an `afterAll` that is called anywhere but at the top of a file.)
 */
export function afterwards(end: () => unknown): void {
  try {
    onTestFinished(async () => void (await end()));
  } catch {
    ends.push(end);
  }
}
