import type { ClientMetadata } from 'oidc-provider';
import type { Application } from '../store/application.ts';

/** An application of the tenant as a client of oidc-provider. */
export function clientMetadata({ id, name, secret, type, oidcClientMetadata }: Application): ClientMetadata {
  const client = { client_id: id, client_name: name };
  const confidential = { client_secret: secret, token_endpoint_auth_method: 'client_secret_basic' } as const;
  if (type === 'MachineToMachine') {
    return {
      ...client,
      ...confidential,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }
  const isPublic = type === 'Native' || type === 'SPA';
  return {
    ...client,
    ...(isPublic ? { token_endpoint_auth_method: 'none' as const } : confidential),
    application_type: type === 'Native' ? 'native' : 'web',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...oidcClientMetadata.redirectUris],
    post_logout_redirect_uris: [...oidcClientMetadata.postLogoutRedirectUris],
  };
}
