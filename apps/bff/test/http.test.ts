import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { owner, viewer } = demo.users;
const member = `/api/organizations/${halden}/members/${viewer}`;

const expectProblem = async (reply: Response, status: number, code: string) => {
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  const body = await reply.json();
  expect(body).toMatchObject({ status, code, type: `urn:org-portal:problem:${code}` });
  expect(body.instance).toBe(reply.headers.get('x-request-id'));
  expect(reply.status).toBe(status);
};

describe('what is not there', () => {
  it.each(['/api', '/api/nothing', '/api/organizations/x/nothing', '/auth/nothing', '/nothing'])(
    '%s is a 404 problem',
    async (path) => expectProblem(await portal.visitor().get(path), 404, 'route.not_found'),
  );

  it.each([
    ['POST', '/api/session', 'GET, HEAD'],
    ['PATCH', member, 'DELETE, GET, HEAD'],
    ['OPTIONS', '/api/organizations', 'GET, HEAD'],
    ['GET', '/auth/sign-out', 'POST'],
    ['DELETE', '/healthz', 'GET, HEAD'],
  ])('%s %s is a 405 problem that allows %s', async (method, path, allow) => {
    const reply = await portal.visitor().call(method, path);
    expect(reply.headers.get('allow')).toBe(allow);
    await expectProblem(reply, 405, 'method.not_allowed');
  });
});

describe('what cannot be read', () => {
  const put = async (body: string, type = 'application/json') => {
    const browser = await portal.signIn(owner);
    const cookie = await browser.jar.getCookieString(portal.origin);
    return fetch(`${portal.origin}${member}/roles`, {
      method: 'PUT',
      body,
      headers: { cookie, 'content-type': type, origin: portal.origin },
    });
  };

  it.each([
    ['half a body', '{"roleIds":', 'application/json', 400, 'request.malformed'],
    ['no body', '', 'application/json', 400, 'request.malformed'],
    ['a prototype', '{"__proto__":{"a":1},"roleIds":[]}', 'application/json', 400, 'request.malformed'],
    ['another type', 'roleIds=x', 'text/csv', 415, 'request.unsupported_media_type'],
    [
      'a large body',
      JSON.stringify({ roleIds: ['x'.repeat(300_000)] }),
      'application/json',
      413,
      'request.too_large',
    ],
    ['a list', '[]', 'application/json', 422, 'request.invalid'],
    ['another shape', '{"roleIds":[["a"]]}', 'application/json', 422, 'request.invalid'],
  ])('%s', async (_name, body, type, status, code) => expectProblem(await put(body, type), status, code));
});

describe('a change from another site', () => {
  // Attack: a page of another site posts a form or a fetch to the portal; the browser sends the cookie along.
  it.each([
    ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { origin: 'http://evil.localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['another port', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    [
      'another origin, told by Origin alone',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['another site, told by Sec-Fetch-Site alone', { 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('from %s is refused', async (_name, headers) => {
    const browser = await portal.signIn(owner);
    portal.logto.calls.reset();
    for (const [method, path] of [
      ['DELETE', member],
      ['PUT', `${member}/roles`],
      ['POST', '/auth/sign-out'],
    ] as const) {
      await expectProblem(await browser.call(method, path, undefined, headers), 403, 'request.cross_site');
    }
    expect(portal.logto.calls.total).toBe(0);
    expect((await browser.get('/api/session')).status).toBe(200);
  });
});

describe('pages', () => {
  it('carry the headers that keep them from being framed, sniffed and scripted from outside', async () => {
    const { headers } = await portal.visitor().get('/healthz');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('are described in an OpenAPI document, each route with its authority', async () => {
    const document = await (await portal.visitor().get('/api/openapi.json')).json();
    const operations = Object.entries<Record<string, { 'x-authority': unknown; responses: object }>>(
      document.paths,
    );
    expect(operations.map(([path]) => path).sort()).toEqual([
      '/api/activity',
      '/api/activity/export',
      '/api/organization-roles',
      '/api/organization-roles/{roleId}',
      '/api/organizations',
      '/api/organizations/{organizationId}',
      '/api/organizations/{organizationId}/activity',
      '/api/organizations/{organizationId}/activity/export',
      '/api/organizations/{organizationId}/invitations',
      '/api/organizations/{organizationId}/invitations/{invitationId}',
      '/api/organizations/{organizationId}/invitations/{invitationId}/resend',
      '/api/organizations/{organizationId}/invitations/{invitationId}/revoke',
      '/api/organizations/{organizationId}/leave',
      '/api/organizations/{organizationId}/members',
      '/api/organizations/{organizationId}/members/{memberId}',
      '/api/organizations/{organizationId}/members/{memberId}/roles',
      '/api/session',
      '/api/session/invitations',
      '/api/session/invitations/{invitationId}/accept',
      '/auth/callback',
      '/auth/sign-in',
      '/auth/sign-out',
      '/healthz',
      '/readyz',
    ]);
    for (const [, methods] of operations) {
      for (const operation of Object.values(methods)) expect(operation['x-authority']).toBeDefined();
    }
    const members = document.paths['/api/organizations/{organizationId}/members'].get;
    expect(Object.keys(members.responses['200'].headers)).toEqual(['Total-Number', 'Link']);
    const removal = document.paths['/api/organizations/{organizationId}/members/{memberId}'].delete;
    expect(removal.parameters.map(({ name }: { name: string }) => name)).toContain('portal-reason');
  });
});
