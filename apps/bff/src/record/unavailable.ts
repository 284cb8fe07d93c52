import { Problem } from '../problem/problem.ts';

/** @returns what the browser gets when nothing can be written down, and so nothing may be changed */
export const unavailable = (cause: unknown): Problem =>
  new Problem(
    'audit.unavailable',
    'The record cannot be written, so nothing was changed. Try again in a moment.',
    {
      cause,
    },
  );

/** @throws Problem `audit.unavailable` when the record cannot be read */
export async function readable<Read>(reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch (cause) {
    throw new Problem('audit.unavailable', 'The record cannot be read. Try again in a moment.', { cause });
  }
}
