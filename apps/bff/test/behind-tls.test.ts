import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';

const portalUrl = 'https://portal.example.com';
const portal = await startPortal({}, { portalUrl });

/** A request as a proxy that ends TLS passes it on. */
const proxied = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.origin + path, {
    redirect: 'manual',
    headers: { 'x-forwarded-proto': 'https', ...headers },
  });

const bare = (cookie: string | undefined) => cookie?.split(';', 1)[0] ?? '';

describe('a portal behind a proxy that ends TLS', () => {
  it('signs in, with cookies that only https and only this host get', async () => {
    const start = await proxied('/auth/sign-in');
    const [attempt] = start.headers.getSetCookie();
    expect(attempt).toMatch(/^__Host-portal-sign-in-.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);

    const atLogto = new Browser(portal.logto.origin);
    const page = await atLogto.visit(start.headers.get('location')!);
    let reply = await atLogto.step(page.url, {
      method: 'POST',
      body: new URLSearchParams({ userId: demo.users.admin }),
    });
    let location = new URL(reply.headers.get('location')!, page.url);
    while (location.origin === portal.logto.origin) {
      reply = await atLogto.step(location.href);
      location = new URL(reply.headers.get('location')!, location);
    }
    expect(location.href).toMatch(/^https:\/\/portal\.example\.com\/auth\/callback\?/);

    const back = await proxied(location.pathname + location.search, { cookie: bare(attempt) });
    const session = back.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-portal-session='));
    expect(session).toMatch(/; Path=\/; (Expires=[^;]+; )?HttpOnly; Secure; SameSite=Lax/);
    expect((await proxied('/api/session', { cookie: bare(session) })).status).toBe(200);
    expect(back.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('says what is wrong when the proxy does not say https, instead of going in circles', async () => {
    const reply = await fetch(`${portal.origin}/auth/sign-in`, { redirect: 'manual' });
    expect(reply.headers.get('location')).toMatch(/^\/signed-out\?problem=upstream\.misconfigured/);
    expect(portal.log()).toContain('X-Forwarded-Proto');
  });
});
