import { m2mApplication, managementApiResource } from '@org-portal/dev-logto';
import { expect } from 'vitest';

/**
 * Does in Logto itself what an operator would.
 * @param path below `/api`
 * @returns the parsed answer; undefined for one without a body
 */
export async function operate<Body = never>(
  { origin }: { origin: string },
  method: string,
  path: string,
  body?: unknown,
): Promise<Body> {
  const reply = await fetch(`${origin}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(origin)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  expect(reply.ok, text).toBe(true);
  return (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined) as Body;
}

async function tokenOf(origin: string): Promise<string> {
  const basic = Buffer.from(`${m2mApplication.id}:${m2mApplication.secret}`).toString('base64');
  const reply = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: managementApiResource,
      scope: 'all',
    }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}
