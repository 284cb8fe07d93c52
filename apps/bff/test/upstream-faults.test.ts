import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demo } from '@org-portal/dev-logto';
import { afterAll, describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { halden } = demo.organizations;
const { owner } = demo.users;
const members = `/api/organizations/${halden}/members`;

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('wrong credentials of the portal', () => {
  it.each([
    ['a wrong M2M secret', { LOGTO_M2M_SECRET: 'wrong' }],
    [
      'an M2M application without the role',
      {
        LOGTO_M2M_ID: 'portal-m2m-no-scope',
        LOGTO_M2M_SECRET: 'portal-m2m-no-scope-secret',
      },
    ],
    ['a resource that is none', { LOGTO_MANAGEMENT_RESOURCE: 'https://nowhere.example/api' }],
  ])('%s: 502 upstream.misconfigured, said loudly, and nobody is signed out', async (_name, env) => {
    const portal = await startPortal(env);
    const browser = await portal.signIn(owner);
    const reply = await browser.get(members);
    expect(await reply.json()).toMatchObject({ status: 502, code: 'upstream.misconfigured' });
    expect(portal.log()).toContain('"level":60');
    expect(await (await browser.get('/readyz')).json()).toEqual({
      status: 'unavailable',
      problem: 'upstream.misconfigured',
      parts: { sessions: 'ok', logto: 'upstream.misconfigured', database: 'ok', budget: 'ok' },
    });
    expect(await browser.sessionCookie()).toBeDefined();
  });

  it('a wrong secret of the Web application ends on the page that says so', async () => {
    const portal = await startPortal({ LOGTO_APP_SECRET: 'wrong' });
    const page = await portal.visitor().signIn(owner);
    expect(page.url).toMatch(/\/signed-out\?problem=upstream\.misconfigured&instance=/);
  });
});

describe('a Logto that is', () => {
  it('gone: sign-in ends on the page that says so, calls get 502', async () => {
    const portal = await startPortal();
    const browser = await portal.signIn(owner);
    await portal.logto.close();
    expect(await (await browser.get(members)).json()).toMatchObject({ status: 502, code: 'upstream.failed' });
    expect((await browser.get('/readyz')).status).toBe(503);
    expect((await browser.get('/healthz')).status).toBe(200);
  });

  it('gone before anybody signed in: the page says so, and it works once Logto is back', async () => {
    const portal = await startPortal({ LOGTO_ENDPOINT: 'http://127.0.0.1:9' });
    const reply = await portal.visitor().step('/auth/sign-in');
    expect(reply.headers.get('location')).toMatch(/^\/signed-out\?problem=upstream\.failed&instance=/);
  });

  it('something else altogether: 502 upstream.unexpected_response', async () => {
    const stranger = await listen(createServer((_request, reply) => reply.end('<h1>It works!</h1>')));
    const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: stranger });
    const browser = await portal.signIn(owner);
    expect(await (await browser.get(members)).json()).toMatchObject({
      status: 502,
      code: 'upstream.unexpected_response',
    });
  });
});
