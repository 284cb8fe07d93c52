import { RequestError } from '../http/request-error.ts';
import { consumeOneTimeToken } from '../store/consume-one-time-token.ts';
import type { OneTimeToken } from '../store/one-time-token.ts';
import type { Store } from '../store/store.ts';

const refusals = ['not_found', 'email_mismatch', 'expired', 'consumed', 'revoked'] as const;

/** Why a magic link leads nowhere. */
export type TokenRefusal = (typeof refusals)[number];

export const isTokenRefusal = (text: unknown): text is TokenRefusal =>
  (refusals as readonly unknown[]).includes(text);

/** Takes a magic link's token for its e-mail, once; or says why not, and changes nothing. */
export function redeem(store: Store, token: unknown, email: unknown): OneTimeToken | TokenRefusal {
  try {
    return consumeOneTimeToken(store, String(token), String(email));
  } catch (error) {
    const reason = error instanceof RequestError && error.code.replace(/^one_time_token\.(token_)?/, '');
    if (isTokenRefusal(reason)) return reason;
    throw error;
  }
}
