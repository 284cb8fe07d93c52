import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { halden } = demo.organizations;
const { admin, owner, viewer } = demo.users;
const portal = await startPortal();
const member = `/api/organizations/${halden}/members/${viewer}`;

const as = (person: string) => ({ 'portal-person': person });

// Attack, or mistake: a second tab signs in as an owner; the first one still shows the admin, and acts as the owner.
describe('a page that shows somebody else than who is signed in', () => {
  it.each([
    ['DELETE', member, undefined],
    ['PUT', `${member}/roles`, { roleIds: [demo.organizationRoles.admin] }],
    ['POST', '/api/session/end-all', undefined],
    ['GET', `/api/organizations/${halden}/members`, undefined],
    ['POST', '/api/join', { token: 'nothing' }],
  ])('is refused, and nothing is done: %s %s', async (method, path, body) => {
    const browser = await portal.signIn(admin);
    await browser.signInAs(owner);
    portal.logto.calls.reset();
    const reply = await browser.call(method, path, body, as(admin));
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: 'session.changed' });
    expect(portal.logto.calls.total).toBe(0);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('does not sign them out', async () => {
    const browser = await portal.signIn(owner);
    const headers = { origin: portal.origin };
    const reply = await browser.step(`/auth/sign-out?person=${admin}`, { method: 'POST', headers });
    expect(reply.headers.get('location')).toBe('/');
    expect((await browser.get('/api/session')).status).toBe(200);
    await browser.step(`/auth/sign-out?person=${owner}`, { method: 'POST', headers });
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

it('a page that shows who is signed in goes on, and one whose session has ended is told to sign in', async () => {
  const browser = await portal.signIn(owner);
  expect((await browser.call('GET', member, undefined, as(owner))).status).toBe(200);
  expect((await portal.visitor().call('DELETE', member, undefined, as(owner))).status).toBe(401);
});
