import { claimsOfScope } from './user-claims.ts';

/** What Logto's discovery document says beyond, or other than, what the library derives (oidc.json). */
export const scopes = [
  'openid',
  'offline_access',
  ...Object.keys(claimsOfScope).filter((scope) => scope !== 'openid'),
];

const claims = Object.values(claimsOfScope)
  .flat()
  .filter((claim) => claim !== 'at_hash');

export function asRecorded(document: Record<string, unknown>): Record<string, unknown> {
  return {
    ...document,
    claims_supported: [...claims, 'sid', 'auth_time', 'iss'],
    token_endpoint_auth_signing_alg_values_supported: ['HS256', 'RS256', 'PS256', 'ES256', 'EdDSA'],
    request_parameter_supported: false,
    claim_types_supported: ['normal'],
  };
}
