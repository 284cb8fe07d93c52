import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { admin } = demo.users;

describe('signing in', () => {
  it('goes to Logto and comes back to the page that was asked for', async () => {
    const browser = portal.visitor();
    const page = await browser.signIn(admin, '/organizations/x/members?page=2&q=a b');
    expect(page.url).toBe(`${portal.origin}/organizations/x/members?page=2&q=a%20b`);
    const session = await (await browser.get('/api/session')).json();
    expect(session.user).toEqual({
      id: admin,
      name: 'Ingrid Sørensen',
      email: 'ingrid.sorensen@halden.example',
      avatar: null,
    });
  });

  it('asks Logto for PKCE, state, nonce and the scopes of the design, in the portal’s language', async () => {
    const reply = await portal.visitor().step('/auth/sign-in?ui_locales=zh-CN');
    const query = new URL(reply.headers.get('location')!).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
    expect(query.get('ui_locales')).toBe('zh-CN');
    expect(query.get('scope')).toBe(
      'openid profile email roles offline_access urn:logto:scope:organizations',
    );
  });

  it('gives a cookie that scripts, other sites and the network do not get', async () => {
    const browser = await portal.signIn(admin);
    const [cookie] = (await browser.jar.getCookies(portal.origin)).filter(
      ({ key }) => key === 'portal-session',
    );
    expect(cookie).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      domain: 'localhost',
      hostOnly: true,
    });
  });

  it('works in two tabs at once', async () => {
    const browser = portal.visitor();
    const first = await browser.visit('/auth/sign-in?returnTo=/first');
    const second = await browser.visit('/auth/sign-in?returnTo=/second');
    const click = { method: 'POST', body: new URLSearchParams({ userId: admin }) };
    expect((await browser.visit(second.url, click)).url).toBe(`${portal.origin}/second`);
    expect(first.status).toBe(200);
    expect((await browser.signIn(admin, '/first')).url).toBe(`${portal.origin}/first`);
  });

  it('does not let a suspended person in', async () => {
    const browser = portal.visitor();
    const page = await browser.signIn(demo.users.suspended);
    expect(page.url).toContain(portal.logto.origin);
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

describe('returnTo', () => {
  // Attack: a link to the portal's sign-in that ends on a page of the attacker, who asks for the password again.
  it.each([
    'https://evil.example',
    'http://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '@evil.example',
    ':80/evil',
    '/auth/sign-in?returnTo=/x',
    '/auth/callback?code=x',
    'https:evil.example',
    '',
  ])('%j stays in the portal', async (returnTo) => {
    const page = await portal.visitor().signIn(admin, returnTo);
    const url = new URL(page.url);
    expect(url.origin).toBe(portal.origin);
    expect(url.pathname).not.toMatch(/^\/auth|^\/\//);
  });
});

it.each(['//evil.example/members', '/\\\\evil.example/members', 'https://evil.example/members'])(
  'returnTo %j does not even lend its path',
  async (returnTo) => {
    const page = await portal.visitor().signIn(admin, returnTo);
    expect(page.url).toBe(`${portal.origin}/`);
  },
);

describe('the callback', () => {
  const callback = async () => {
    const browser = portal.visitor();
    const signInPage = await browser.visit('/auth/sign-in');
    let reply = await browser.step(signInPage.url, {
      method: 'POST',
      body: new URLSearchParams({ userId: admin }),
    });
    for (let location = reply.headers.get('location'); location; location = reply.headers.get('location')) {
      const url = new URL(location, reply.url);
      if (url.pathname === '/auth/callback') return { browser, url };
      reply = await browser.step(url.href);
    }
    throw new Error('Logto did not come back');
  };
  const refusal = /^\/signed-out\?problem=sign_in\.failed&instance=[\w-]{36}$/;

  it('is good for once', async () => {
    const { browser, url } = await callback();
    expect((await browser.step(url.href)).headers.get('location')).toBe('/');
    expect((await browser.step(url.href)).headers.get('location')).toMatch(refusal);
  });

  // Attack: the attacker starts a sign-in and makes the victim's browser finish it, so that the victim works in the
  // attacker's account.
  it('is refused in a browser that did not start it', async () => {
    const { url } = await callback();
    const victim = portal.visitor();
    expect((await victim.step(url.href)).headers.get('location')).toMatch(refusal);
    expect((await victim.get('/api/session')).status).toBe(401);
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example/oidc')],
    ['no issuer', (url: URL) => url.searchParams.delete('iss')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x')],
    ['an error', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('is refused with %s', async (_name, change) => {
    const { browser, url } = await callback();
    change(url);
    expect((await browser.step(url.href)).headers.get('location')).toMatch(refusal);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  // Attack: a cookie of the attempt that somebody wrote by hand.
  it('is refused when the attempt was not signed by the portal', async () => {
    const { browser, url } = await callback();
    for (const cookie of await browser.jar.getCookies(portal.origin)) {
      if (!cookie.key.startsWith('portal-sign-in')) continue;
      await browser.jar.setCookie(
        `${cookie.key}=${cookie.value.replace(/\.[^.]*$/, '.forged')}`,
        portal.origin,
      );
    }
    expect((await browser.step(url.href)).headers.get('location')).toMatch(refusal);
  });
});

describe('the session', () => {
  // Attack: a stolen cookie is used after its owner signed out.
  it('is worthless after sign-out, here and in Logto', async () => {
    const browser = await portal.signIn(admin);
    const stolen = await browser.sessionCookie();
    const page = await browser.signOut();
    expect(page.url).toBe(`${portal.origin}/signed-out`);
    const thief = portal.visitor();
    await thief.jar.setCookie(`portal-session=${stolen}; Path=/`, portal.origin);
    expect((await thief.get('/api/session')).status).toBe(401);
    const again = await browser.visit('/auth/sign-in');
    expect(again.url).toContain(portal.logto.origin);
  });

  it('ends by an HTML form as browsers send it', async () => {
    const browser = await portal.signIn(admin);
    const headers = { origin: portal.origin, 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await browser.step('/auth/sign-out', { method: 'POST', headers, body: '' });
    expect(reply.status).toBe(303);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('is not there for strangers: no cookie is set by looking', async () => {
    const visitor = portal.visitor();
    expect((await visitor.get('/api/session')).status).toBe(401);
    expect(await visitor.sessionCookie()).toBeUndefined();
  });
});
