import { m2mApplication, managementApiResource } from '../src/index.ts';

// A test reads of a body what it expects to be there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

/** An access token for the Management API, of the application that holds its role. */
export async function accessToken(origin: string): Promise<string> {
  const { id, secret } = m2mApplication;
  const response = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: managementApiResource,
      scope: 'all',
    }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

/** Calls the Management API of an embedded Logto as the portal's machine would. */
export async function managementApi(origin: string) {
  const token = await accessToken(origin);

  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answered = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    const json = answered.headers.get('content-type')?.includes('json');
    return {
      status: answered.status,
      headers: answered.headers,
      body: (json ? JSON.parse(text) : text) as Json,
    };
  };
}
