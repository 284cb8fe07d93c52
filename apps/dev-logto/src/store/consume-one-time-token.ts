import { RequestError } from '../http/request-error.ts';
import type { OneTimeToken, OneTimeTokenStatus } from './one-time-token.ts';
import type { Store } from './store.ts';

/** An active token past its time is expired, whatever is stored. */
export function statusNow({ status, expiresAt }: OneTimeToken): OneTimeTokenStatus {
  return status === 'active' && expiresAt <= Date.now() ? 'expired' : status;
}

/**
 * Uses a token up, and returns it consumed. Throws 404 `one_time_token.token_not_found`, or 400 for another
 * e-mail and for a token that is consumed, revoked or expired (recording 08).
 */
export function consumeOneTimeToken(store: Store, token: string, email: string): OneTimeToken {
  const row = store.oneTimeTokens.list().find((one) => one.token === token);
  if (!row) throw new RequestError(404, 'one_time_token.token_not_found', { token });
  if (row.email !== email) throw new RequestError(400, 'one_time_token.email_mismatch');
  const status = statusNow(row);
  if (status !== 'active') throw new RequestError(400, `one_time_token.token_${status}`);
  return store.oneTimeTokens.update(row, { status: 'consumed' });
}
