import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { demo, m2mApplication, startDevLogto, type DevLogto } from '../src/index.ts';
import { accessToken, managementApi } from './management-api.ts';
import { signIn } from './portal.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;
beforeAll(async () => {
  logto = await startDevLogto({ controls: true });
  api = await managementApi(logto.origin);
});
beforeEach(() => logto.controls.reset());
afterAll(() => logto.close());

const { halden, fjord, pine } = demo.organizations;
const members = 'GET /api/organizations/{id}/users';
const read = (organizationId: string = halden) => api('GET', `/organizations/${organizationId}/users`);

async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${logto.origin}/controls${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  return { status: response.status, body: await response.text() };
}

describe('the next answers of a path', () => {
  test('429 with Retry-After, as often as asked for, on that path only', async () => {
    logto.controls.fail(members, { kind: 'status', status: 429, retryAfter: 2 }, 2);
    expect((await api('GET', `/organizations/${halden}`)).status).toBe(200);
    const first = await read();
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2']);
    expect((await read(fjord)).status).toBe(429);
    expect((await read()).status).toBe(200);
  });

  test('5xx is answered and nothing is carried out', async () => {
    logto.controls.fail('/api/organizations/{id}', { kind: 'status', status: 503 });
    const { status } = await api('PATCH', `/organizations/${fjord}`, { description: 'Changed' });
    expect(status).toBe(503);
    expect((await api('GET', `/organizations/${fjord}`)).body.description).toBe('A studio of five');
  });

  test('slow: begun after the delay, then as ever', async () => {
    logto.controls.fail(members, { kind: 'slow', delayMs: 150 });
    const asked = performance.now();
    expect((await read()).status).toBe(200);
    expect(performance.now() - asked).toBeGreaterThan(140);
  });

  test('slow: carried out though the client has gone meanwhile', async () => {
    logto.controls.fail('/api/organizations/{id}', { kind: 'slow', delayMs: 300 });
    const client = new AbortController();
    const answer = fetch(`${logto.origin}/api/organizations/${fjord}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${await accessToken(logto.origin)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ description: 'Late' }),
      signal: client.signal,
    });
    await vi.waitUntil(() => logto.controls.faults().length === 0);
    client.abort();
    await expect(answer).rejects.toThrow('aborted');
    const description = async () => (await api('GET', `/organizations/${fjord}`)).body.description;
    expect(await description()).toBe('A studio of five');
    await vi.waitFor(async () => expect(await description()).toBe('Late'));
  });

  test('reset: no answer at all', async () => {
    logto.controls.fail(members, { kind: 'reset' });
    await expect(read()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  test('cut: status and headers of the real answer, half of its body', async () => {
    logto.controls.fail(members, { kind: 'cut' });
    await expect(read()).rejects.toThrow('terminated');
    logto.controls.fail('DELETE /api/organizations/*', { kind: 'cut' });
    await expect(api('DELETE', `/organizations/${pine}`)).rejects.toThrow();
    expect((await api('GET', `/organizations/${pine}`)).status).toBe(404);
  });

  test('garbage: 200, said to be JSON', async () => {
    logto.controls.fail(members, { kind: 'garbage' });
    await expect(read()).rejects.toThrow(SyntaxError);
  });

  test('the token endpoint too, and every path by *', async () => {
    logto.controls.fail('POST /oidc/token', { kind: 'status', status: 500 });
    await expect(
      fetch(`${logto.origin}/oidc/token`, { method: 'POST' }).then(({ status }) => status),
    ).resolves.toBe(500);
    logto.controls.fail('*', { kind: 'status', status: 502 }, 2);
    expect((await read()).status).toBe(502);
    expect((await fetch(`${logto.origin}/oidc/jwks`)).status).toBe(502);
  });

  test('they are counted as calls', async () => {
    logto.controls.fail(members, { kind: 'status', status: 503 }, 2);
    await read();
    await read();
    await read();
    expect(logto.controls.calls.count(members)).toBe(3);
  });
});

describe('tokens and secrets', () => {
  test('expired tokens are refused as those past their time; new ones are good, signed-in people stay', async () => {
    const { config, tokens } = await signIn(logto.origin, { userId: demo.users.admin });
    const old = await managementApi(logto.origin);
    logto.controls.expireM2mTokens();
    const { status, body } = await old('GET', '/organizations');
    expect([status, body.code, body.data.code]).toEqual([401, 'auth.unauthorized', 'ERR_JWT_EXPIRED']);
    api = await managementApi(logto.origin);
    expect((await api('GET', '/organizations')).status).toBe(200);
    const info = await fetch(`${logto.origin}/oidc/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect([info.status, config.serverMetadata().issuer]).toEqual([200, `${logto.origin}/oidc`]);
  });

  test('a rotated secret replaces the old one', async () => {
    const ask = (secret: string) =>
      fetch(`${logto.origin}/oidc/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${m2mApplication.id}:${secret}`)}` },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          resource: 'https://default.logto.app/api',
        }),
      }).then(({ status }) => status);
    const secret = logto.controls.rotateM2mSecret();
    expect([await ask(m2mApplication.secret), await ask(secret)]).toEqual([401, 200]);
    await logto.controls.reset();
    expect([await ask(m2mApplication.secret), await ask(secret)]).toEqual([200, 401]);
  });
});

test('a capped total is a lower bound, without last and next', async () => {
  logto.controls.capTotals(100);
  const { headers, body } = await api('GET', `/organizations/${halden}/users?page=3`);
  expect(body).toHaveLength(20);
  expect(headers.get('total-number')).toBe('101');
  expect(headers.get('total-number-is-capped')).toBe('true');
  expect(headers.get('link')).toMatch(/^<[^>]+page=1>; rel="first", <[^>]+page=2>; rel="prev"$/);
  const small = await read(fjord);
  expect([small.headers.get('total-number'), small.headers.get('total-number-is-capped')]).toEqual([
    '5',
    null,
  ]);
  logto.controls.capTotals(undefined);
  expect((await read()).headers.get('total-number')).toBe('2400');
});

test('reset brings the seed back, and forgets faults, mail and counters', async () => {
  await api('DELETE', `/organizations/${fjord}`);
  await api('POST', '/organizations', { name: 'Made' });
  await api('POST', '/organization-invitations', {
    organizationId: halden,
    invitee: 'new@example.com',
    expiresAt: Date.now() + 60_000,
    messagePayload: {},
  });
  logto.controls.fail('*', { kind: 'reset' });
  await logto.controls.reset();
  expect([logto.outbox().length, logto.calls.total, logto.controls.faults().length]).toEqual([0, 0, 0]);
  const { body } = await api('GET', '/organizations?page_size=100');
  expect(body).toHaveLength(12);
  expect((await read(fjord)).headers.get('total-number')).toBe('5');
});

describe('over HTTP', () => {
  test('everything that the handle does', async () => {
    const fault = { path: members, kind: 'status', status: 429, retryAfter: 1, times: 2 };
    expect((await control('POST', '/faults', fault)).status).toBe(201);
    expect((await read()).status).toBe(429);
    const { body } = await control('GET', '');
    expect(JSON.parse(body)).toEqual({ faults: [{ ...fault, times: 1 }], calls: { [members]: 1 } });
    await control('DELETE', '/faults');
    expect((await read()).status).toBe(200);
    await control('PUT', '/capped-totals', { cap: 5 });
    expect((await read()).headers.get('total-number')).toBe('6');
    await control('PUT', '/capped-totals', { cap: null });
    await control('DELETE', '/calls');
    expect(logto.calls.total).toBe(0);
    const rotated = JSON.parse((await control('POST', '/rotate-secret', { secret: 'other' })).body);
    expect(rotated).toEqual({ id: m2mApplication.id, secret: 'other' });
    expect((await control('POST', '/reset')).status).toBe(204);
    expect((await control('POST', '/expire-tokens')).status).toBe(204);
    expect((await read()).status).toBe(401);
    api = await managementApi(logto.origin);
  });

  test.each([
    ['a fault of no kind', { path: members, kind: 'explode' }],
    ['no path', { kind: 'reset' }],
    ['a status that is no error', { path: members, kind: 'status', status: 200 }],
    ['no times at all', { path: members, kind: 'reset', times: 0 }],
  ])('%s is refused', async (_what, body) => {
    expect((await control('POST', '/faults', body)).status).toBe(400);
  });

  test('a web page from elsewhere, open in the same browser, tries to reset the data', async () => {
    await api('DELETE', `/organizations/${fjord}`);
    expect((await control('POST', '/reset', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await api('GET', `/organizations/${fjord}`)).status).toBe(404);
  });
});

test('without the switch there are none', async () => {
  const plain = await startDevLogto({ seed: 'none' });
  expect((await fetch(`${plain.origin}/controls`)).status).toBe(404);
  expect((await fetch(`${plain.origin}/controls/reset`, { method: 'POST' })).status).toBe(404);
  expect(() => plain.controls).toThrow('controls: true');
  await plain.close();
});
