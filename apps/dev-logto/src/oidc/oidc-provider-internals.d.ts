/** What organization-token.ts takes from inside oidc-provider 9: its refresh grant is not exported. */
declare module 'oidc-provider/lib/actions/grants/refresh_token.js' {
  import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
  export function handler(provider: Provider, helpers: object, ctx: KoaContextWithOIDC): Promise<void>;
}

declare module 'oidc-provider/lib/helpers/grants.js' {
  const helpers: Record<string, (...rest: unknown[]) => unknown>;
  export = helpers;
}
