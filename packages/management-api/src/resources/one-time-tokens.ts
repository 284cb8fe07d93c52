import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { path } from '../path.ts';
import { parseBody } from '../read.ts';
import { LogtoOneTimeToken } from '../schema/entities.ts';

const One = Compile(LogtoOneTimeToken);

/** What magic links carry: the holder of one signs in, or up, with its address. */
export function oneTimeTokens(caller: Caller) {
  return {
    /** @param expiresIn seconds */
    create: (email: string, expiresIn: number): Promise<LogtoOneTimeToken> =>
      caller.write(
        { method: 'POST', route: path`/api/one-time-tokens`, body: { email, expiresIn } },
        (reply) => parseBody(One, reply),
      ),
  };
}
