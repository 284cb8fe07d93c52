import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { RequestError } from './request-error.ts';

interface Expected {
  readonly key: JWTVerifyGetKey;
  readonly issuer: string;
  readonly resource: string;
  /** Whether the token of this `jti` counts as expired ahead of its time. */
  readonly isExpired: (id: string | undefined) => boolean;
}

/**
 * Who may call the Management API: the bearer of an access token for its resource with the scope `all`.
 * The refusals are those of recording 01: 401 without or with a bad token, 403 `auth.forbidden` without
 * the scope.
 */
export async function authenticate(header: string | undefined, expected: Expected): Promise<void> {
  if (!header) throw new RequestError(401, 'auth.authorization_header_missing');
  const [type, token] = header.split(' ');
  if (type !== 'Bearer' || !token) {
    const data = { supportedTypes: ['Bearer'] };
    throw new RequestError(401, 'auth.authorization_token_type_not_supported', {}, { data });
  }
  const { scope } = await verify(token, expected);
  if (typeof scope !== 'string' || !scope.split(' ').includes('all'))
    throw new RequestError(403, 'auth.forbidden');
}

async function verify(token: string, { key, issuer, resource, isExpired }: Expected) {
  try {
    const { payload } = await jwtVerify(token, key, { issuer, audience: resource });
    if (!isExpired(payload.jti)) return payload;
    throw new errors.JWTExpired('"exp" claim timestamp check failed', payload, 'exp', 'check_failed');
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw new RequestError(401, 'auth.unauthorized', {}, { data: { ...error } });
  }
}
