import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';

const grants = new Map([
  ['authorization_code', 'AuthorizationCode'],
  ['client_credentials', 'ClientCredentials'],
  ['refresh_token', 'RefreshToken'],
]);
/** What is in a token request and must not be in a log. */
const secret = ['client_secret', 'code', 'code_verifier', 'refresh_token'];

/** Nothing is read out of a user agent, so that what is parsed is what `node` gives (recording 09). */
const parsed = (ua: string) => ({ ua, browser: {}, device: {}, engine: {}, os: {}, cpu: {} });

function payloadOf(ctx: KoaContextWithOIDC, error?: Error) {
  const { params = {}, client, account, session } = ctx.oidc;
  const key = `ExchangeTokenBy.${grants.get(String(params['grant_type'])) ?? 'Unknown'}`;
  const userAgent = ctx.get('user-agent');
  return {
    key,
    result: error ? ('Error' as const) : ('Success' as const),
    ...(error && { error: { name: error.name, message: error.message } }),
    ip: ctx.ip,
    userAgent,
    userAgentParsed: parsed(userAgent),
    ...(client && { applicationId: client.clientId }),
    ...(account && { userId: account.accountId }),
    ...(session?.uid && { sessionId: session.uid }),
    params: Object.fromEntries(
      Object.entries(params).filter(([name, value]) => value !== undefined && !secret.includes(name)),
    ),
    tokenTypes: error ? [] : tokenTypesOf(ctx.body),
  };
}

function tokenTypesOf(body: unknown): string[] {
  const names = { access_token: 'AccessToken', refresh_token: 'RefreshToken', id_token: 'IdToken' };
  return Object.entries(names).flatMap(([field, name]) => (field in Object(body) ? [name] : []));
}

/** Writes every exchange for a token down, as `/api/logs` shows it. */
export function auditTokens(provider: Provider, store: Pick<Store, 'logs'>): void {
  const write = (ctx: KoaContextWithOIDC, error?: Error) => {
    const payload = payloadOf(ctx, error);
    store.logs.insert({ id: newId(), key: payload.key, payload, createdAt: Date.now() });
  };
  provider.on('grant.success', (ctx) => write(ctx));
  provider.on('grant.error', write);
}
