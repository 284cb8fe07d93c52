import { connect } from 'node:net';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { rows } from './authority/expectations.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';

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

describe('what stands there twice', () => {
  const client = new RawClient(portal.origin);

  // Attack: of two values a proxy in front checks one, and the portal believes the other.
  it.each([
    ['Origin', [portal.origin, 'https://evil.example']],
    ['Sec-Fetch-Site', ['same-origin', 'cross-site']],
    ['Content-Type', ['application/json', 'text/plain']],
    ['Content-Length', ['2', '2']],
    ['Authorization', ['Bearer a', 'Bearer b']],
    ['Cookie', ['portal-session=a', 'portal-session=b']],
    ['Cookie', ['portal-session=a; x=1; portal-session=b']],
    ['Idempotency-Key', ['"first-key-0000000"', '"second-key-000000"']],
    ['Portal-Reason', ['a reason to be read', 'another one to be kept']],
  ])('%s: 400, on every kind of path', async (name, values) => {
    const cookie = name === 'Cookie' ? {} : { cookie: await cookieOfOwner() };
    for (const [method, path] of [
      ['DELETE', member],
      ['GET', '/api/session'],
      ['GET', '/healthz'],
      ['GET', '/nothing'],
    ] as const) {
      const reply = await client.send({ method, path, headers: { ...cookie, [name]: values } });
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.text)).toMatchObject({ code: 'request.malformed' });
    }
  });

  // Attack: the proxy routes by the first Host, the portal would believe the last.
  it('Host: 400', async () => {
    const { host, port } = new URL(portal.origin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nhost: evil.example\r\nConnection: close\r\n\r\n`);
    const reply = Buffer.concat(await socket.toArray()).toString();
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('"code":"request.malformed"');
  });

  it('may be a header with several values, or another program’s cookie', async () => {
    const headers = {
      cookie: 'theme=a; theme=b',
      'accept-language': ['en', 'zh-CN'],
      accept: ['a/b', '*/*'],
    };
    expect((await client.send({ method: 'GET', path: '/healthz', headers })).status).toBe(200);
  });

  const cookieOfOwner = async () => (await portal.signIn(owner)).jar.getCookieString(portal.origin);
});

describe('the description of the API', () => {
  // Attack: anybody has 343 KB built and sent, as often as they like.
  it('is for people who are signed in, compressed, and sent once', async () => {
    expect((await portal.visitor().get('/api/openapi.json')).status).toBe(401);
    const browser = await portal.signIn(owner);
    const cookie = await browser.jar.getCookieString(portal.origin);
    const client = new RawClient(portal.origin);
    const get = (headers: Record<string, string>) =>
      client.send({ method: 'GET', path: '/api/openapi.json', headers: { cookie, ...headers } });
    const plain = await get({});
    expect(JSON.parse(plain.text).openapi).toMatch(/^3\./);
    for (const [accept, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
    ] as const) {
      const small = await get({ 'accept-encoding': accept });
      expect(small.headers['content-encoding']).toBe(encoding);
      expect(Number(small.headers['content-length'])).toBeLessThan(plain.text.length / 8);
      const again = await get({ 'accept-encoding': accept, 'if-none-match': String(small.headers['etag']) });
      expect([again.status, again.text]).toEqual([304, '']);
    }
  });
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
    ['a sandboxed frame that a sibling shows', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['a browser that tells no site, in a frame without origin', { origin: 'null', 'sec-fetch-site': '' }],
    ['the portal without TLS, or with it', { origin: portal.origin.replace('http:', 'https:') }],
    ['an origin that begins with the portal’s', { origin: `${portal.origin}.evil.example` }],
    ['an origin that ends with the portal’s', { origin: portal.origin.replace('//', '//evil.') }],
    ['two origins', { origin: `${portal.origin}, https://evil.example` }],
    ['an origin in capitals', { origin: portal.origin.toUpperCase() }],
  ])('from %s is refused', async (_name, headers) => {
    const browser = await portal.signIn(owner);
    portal.logto.calls.reset();
    for (const [method, path] of [
      ['DELETE', member],
      ['PUT', `${member}/roles`],
      ['POST', '/auth/sign-out'],
      ['POST', '/api/session/end-all'],
    ] as const) {
      await expectProblem(await browser.call(method, path, undefined, headers), 403, 'request.cross_site');
    }
    expect(portal.logto.calls.total).toBe(0);
    expect((await browser.get('/api/session')).status).toBe(200);
  });
});

describe('a form', () => {
  const forms: [string, string, BodyInit][] = [
    ['urlencoded', 'application/x-www-form-urlencoded', new URLSearchParams({ roleIds: 'x' })],
    ['plain, with JSON in it', 'text/plain', '{"roleIds":["x"],"a":"=x"}'],
    ['multipart', '', new FormData()],
    ['JSON', 'application/json', '{"roleIds":["x"]}'],
  ];
  const send = async (origin: string, site: string, type: string, body: BodyInit) => {
    const browser = await portal.signIn(owner);
    const cookie = await browser.jar.getCookieString(portal.origin);
    portal.logto.calls.reset();
    const headers = {
      cookie,
      origin,
      ...(site && { 'sec-fetch-site': site }),
      ...(type && { 'content-type': type }),
    };
    const statuses = await Promise.all(
      [
        ['PUT', `${member}/roles`],
        ['POST', `/api/organizations/${halden}/invitations`],
        ['POST', '/api/session/end-all'],
        ['POST', '/auth/sign-out'],
      ].map(async ([method, path]) => {
        const init = { method: method!, headers, body, redirect: 'manual' } as const;
        return (await fetch(portal.origin + path, init)).status;
      }),
    );
    const changes = Object.keys(portal.logto.calls.all()).filter((call) => !call.startsWith('GET '));
    return { statuses, changes, session: (await browser.get('/api/session')).status };
  };

  // Attack: a page elsewhere, or on a sibling subdomain, sends a form in the victim's name, in each way that a form
  // can be sent without asking first.
  it.each(
    [
      ['https://evil.example', 'cross-site'],
      ['http://evil.localhost', 'same-site'],
      ['null', 'cross-site'],
      // A sandboxed frame in a browser that says no more.
      ['null', ''],
    ].flatMap(([origin, site]) =>
      forms.map(([kind, type, body]) => [kind, origin!, site!, type, body] as const),
    ),
  )('(%s) from %s is refused', async (_kind, origin, site, type, body) => {
    expect(await send(origin, site, type, body)).toEqual({
      statuses: [403, 403, 403, 403],
      changes: [],
      session: 200,
    });
  });

  it.each(forms.slice(0, 3))(
    '(%s) of the portal itself is none that its API reads',
    async (_kind, type, body) => {
      const { statuses, changes } = await send(portal.origin, 'same-origin', type, body);
      for (const status of statuses.slice(0, 2)) expect([415, 422]).toContain(status);
      expect(changes.filter((call) => !call.includes('/sessions/'))).toEqual([]);
    },
  );

  // The pages send no referrer, and then the browser says no origin of their forms.
  it('of the portal’s own page signs out', async () => {
    const browser = await portal.signIn(owner);
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    const reply = await browser.step('/auth/sign-out', { method: 'POST', headers });
    expect(reply.status).toBe(303);
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

describe('pages', () => {
  it('carry the headers that keep them from being framed, sniffed and scripted from outside', async () => {
    const { headers } = await portal.visitor().get('/healthz');
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(/script-src 'self';style-src 'self';.*base-uri 'none';frame-ancestors 'none'/);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it('are described in an OpenAPI document, each route with its authority', async () => {
    const document = await (await (await portal.signIn(owner)).get('/api/openapi.json')).json();
    const operations = Object.entries<Record<string, { 'x-authority': unknown; responses: object }>>(
      document.paths,
    );
    const urls = rows.map(({ url }) => url.replace(/:(\w+)/g, '{$1}'));
    const hidden = ['/api/openapi.json', '/assets/*', '/favicon.svg', '/webhooks/logto'];
    expect(new Set(operations.map(([path]) => path))).toEqual(
      new Set(urls.filter((url) => !hidden.includes(url))),
    );
    for (const [, methods] of operations) {
      for (const operation of Object.values(methods)) expect(operation['x-authority']).toBeDefined();
    }
    const members = document.paths['/api/organizations/{organizationId}/members'].get;
    expect(Object.keys(members.responses['200'].headers)).toEqual(['Total-Number', 'Link']);
    expect(members.parameters[0]).toMatchObject({ name: 'page', required: false });
    const removal = document.paths['/api/organizations/{organizationId}/members/{memberId}'].delete;
    expect(removal.parameters.map(({ name }: { name: string }) => name)).toContain('portal-reason');
  });
});
