import { onTestFinished } from 'vitest';

const ends: (() => unknown)[] = [];

/** Runs what was asked for outside of a test. For setup.ts, which has it run after each file. */
export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

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
