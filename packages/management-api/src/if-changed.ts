import type { Page } from '@org-portal/contract';
import { NotModified, type Caller, type Condition } from './caller.ts';
import { totalOf } from './read.ts';

/**
 * A read of what somebody may have already. `etag` is Logto's, to be given with the next read of the same thing.
 * `list` is what 304 says of a page: its ETag is that of the rows alone, so the total may be another one.
 */
export type Conditional<Value> =
  | { isModified: true; value: Value; etag: string | undefined }
  | { isModified: false; etag: string; list: Omit<Page<never>, 'items'> | undefined };

/**
 * Reads what `read` reads unless it is still what the caller has: Logto then answers 304 without a body (recorded).
 * Nothing is kept here, so an ETag is only good for what the caller who gives it was given with it.
 * @param etag what the caller has; undefined: nothing
 * @param read one read, and no more, of the caller that it is given
 * @throws RangeError when `read` makes several
 */
export async function ifChanged<Value>(
  caller: Caller,
  etag: string | undefined,
  read: (caller: Caller) => Promise<Value>,
): Promise<Conditional<Value>> {
  let reads = 0;
  let found: string | undefined;
  const condition: Condition = {
    etag,
    begin: () => {
      reads += 1;
      if (reads > 1) throw new RangeError('only one read can be conditional');
    },
    found: (one) => {
      found = one;
    },
  };
  try {
    const value = await read(caller.under(condition));
    return { isModified: true, value, etag: found };
  } catch (error) {
    if (!(error instanceof NotModified) || etag === undefined) throw error;
    return { isModified: false, etag, list: totalOf(error.reply) };
  }
}
