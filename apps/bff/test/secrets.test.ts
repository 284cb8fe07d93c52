import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { secrets, startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden } = demo.organizations;

// Attack: somebody reads what the browser gets, or the logs, and finds a way around the portal.
it('no secret, token or address of the Management API is in a reply or in the log', async () => {
  const browser = await portal.signIn(demo.users.owner);
  const base = `/api/organizations/${halden}`;
  const invitation = {
    invitees: ['new.person@example.com', 'amara.okafor@halden.example', 'x'],
    roleIds: [],
    expiresAt: new Date(Date.now() + 1e8).toISOString(),
  };
  const replies = [
    await browser.get('/api/session'),
    await browser.get('/api/session/invitations'),
    await browser.get('/api/organizations'),
    await browser.get(base),
    await browser.get(`${base}/members?q=a&page=2`),
    await browser.get(`${base}/members/${demo.users.admin}`),
    await browser.get(`${base}/members/nosuchuser`),
    await browser.call('PUT', `${base}/members/${demo.users.viewer}/roles`, { roleIds: ['nosuchrole'] }),
    await browser.call('DELETE', `${base}/members/${demo.users.suspended}`),
    await browser.get(`${base}/invitations`),
    await browser.call('POST', `${base}/invitations`, invitation),
    await browser.get('/api/organization-roles'),
    await browser.get('/api/openapi.json'),
    await browser.get('/readyz'),
    await browser.get('/healthz'),
    await browser.visit('/auth/callback?code=x&state=y'),
  ];
  const seen = await Promise.all(replies.map(async (reply) => ({ text: await reply.text(), reply })));
  const sent = seen.map(({ text, reply }) => `${text}\n${bareHeaders(reply)}`).join('\n');
  await browser.signOut();
  const log = portal.log();

  expect(log.length).toBeGreaterThan(1000);
  for (const [where, text] of [
    ['replies', sent],
    ['log', log],
  ] as const) {
    for (const secret of Object.values(secrets)) expect(text, where).not.toContain(secret);
    expect(text, where).not.toMatch(/eyJ[\w-]+\.[\w-]+\./); // a JWT
    expect(text, where).not.toMatch(/Bearer |refresh_token|code_verifier|id_token/i);
    expect(text, where).not.toContain(`${portal.logto.origin}/api`);
  }
  expect(sent).not.toContain(portal.logto.origin);
  expect(log).not.toContain('new.person@example.com');
  expect(log).not.toContain((await browser.sessionCookie()) ?? 'no cookie left');
});

function bareHeaders({ headers }: Response): string {
  // The policy has to name where the sign-out form ends; it is the public sign-in address, not the Management API.
  return [...headers].filter(([name]) => name !== 'content-security-policy').join('\n');
}
