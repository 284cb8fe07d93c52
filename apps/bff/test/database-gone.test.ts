import { demo } from '@org-portal/dev-logto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BffProcess } from './harness/bff-process.ts';
import type { Browser } from './harness/browser.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { startPortal, type RunningPortal } from './harness/portal.ts';
import { describeWithPostgres, startPostgres, type RunningPostgres } from './harness/postgres.ts';

const { halden } = demo.organizations;
const { member } = demo.organizationRoles;
const people = demo.users;
const base = `/api/organizations/${halden}`;
const expiresAt = new Date(Date.now() + 86_400_000).toISOString();

describeWithPostgres('while PostgreSQL is gone', () => {
  let postgres: RunningPostgres;
  let portal: RunningPortal;
  let owner: Browser;
  let viewer: Browser;
  let url: string;
  let invitation: string;

  const invite = (invitee: string) =>
    owner.call('POST', `${base}/invitations`, { invitees: [invitee], roleIds: [member], expiresAt });
  const waiting = async (who: Browser): Promise<string> =>
    (await (await who.get('/api/session/invitations')).json())[0].id;

  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.newDatabase();
    portal = await startPortal({ DATABASE_URL: url });
    owner = await portal.signIn(people.owner);
    viewer = await portal.signIn(people.viewer);
    invitation = (await (await invite('first@example.com')).json()).results[0].invitation.id;
    await postgres.stop();
  });

  // Attack: somebody makes the database fail first, and then changes things of which nothing is written down.
  test.each<[string, () => Promise<Response>]>([
    ['inviting', () => invite('second@example.com')],
    ['sending again', () => owner.call('POST', `${base}/invitations/${invitation}/resend`)],
    ['revoking', () => owner.call('POST', `${base}/invitations/${invitation}/revoke`)],
    ['deleting', () => owner.call('DELETE', `${base}/invitations/${invitation}`)],
    [
      'changing roles',
      () => owner.call('PUT', `${base}/members/${people.admin}/roles`, { roleIds: [member] }),
    ],
    ['removing', () => owner.call('DELETE', `${base}/members/${people.admin}`)],
    ['leaving', () => viewer.call('POST', `${base}/leave`)],
    [
      'accepting',
      async () => {
        const invited = await portal.signIn(people.nobody);
        return invited.call('POST', `/api/session/invitations/${await waiting(invited)}/accept`);
      },
    ],
  ])('%s is 503 audit.unavailable, and nothing is sent to Logto', async (_name, change) => {
    const before = writes(portal);
    const reply = await change();
    expect(await reply.json()).toMatchObject({ status: 503, code: 'audit.unavailable' });
    expect(writes(portal)).toEqual(before);
  });

  test.each([
    '/api/session',
    '/api/session/invitations',
    '/api/organizations',
    base,
    `${base}/members`,
    `${base}/members/${people.admin}`,
    `${base}/invitations`,
    '/api/organization-roles',
  ])('%s can be read', async (path) => {
    expect((await owner.get(path)).status).toBe(200);
  });

  test.each([`${base}/activity`, `${base}/activity/export?format=csv`])('%s is 503', async (path) => {
    const reply = await owner.get(path);
    expect(await reply.json()).toMatchObject({ status: 503, code: 'audit.unavailable' });
  });

  test('people can sign in, and out', async () => {
    const browser = await portal.signIn(people.admin);
    expect((await browser.get('/api/session')).status).toBe(200);
    await browser.signOut();
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  test('/readyz says so, /healthz does not', async () => {
    const reply = await owner.get('/readyz');
    expect([reply.status, await reply.json()]).toEqual([
      503,
      {
        status: 'unavailable',
        problem: 'audit.unavailable',
        parts: { sessions: 'ok', logto: 'ok', database: 'audit.unavailable', budget: 'ok' },
      },
    ]);
    expect((await owner.get('/healthz')).status).toBe(200);
  });

  test('a BFF does not start, says why, and can be ended when it had started before', async () => {
    const bff = new BffProcess(portal.logto, `http://localhost:${await freePort()}`, { DATABASE_URL: url });
    await expect(bff.start()).rejects.toThrow('the BFF ended: 1');
    await postgres.start();
    await bff.start();
    await postgres.stop();
    const begun = performance.now();
    expect(await bff.end()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(8_000);
  });

  describe('and comes back', () => {
    test('changes are made again, and recorded, without anybody’s doing', async () => {
      await postgres.start();
      const begun = performance.now();
      await vi.waitFor(async () => {
        const reply = await owner.call('POST', `${base}/invitations/${invitation}/revoke`);
        expect(reply.status).toBe(200);
      });
      console.log(`Changes are made again after ${Math.round(performance.now() - begun)} ms`);
      expect((await owner.get('/readyz')).status).toBe(200);
      const [entry] = await (await owner.get(`${base}/activity`)).json();
      expect(entry).toMatchObject({ action: 'invitation.revoke', outcome: 'succeeded' });
    });
  });
});

/** @returns how often Logto was asked for each change */
function writes({ logto }: RunningPortal): Record<string, number> {
  const calls = Object.entries(logto.calls.all());
  return Object.fromEntries(calls.filter(([name]) => name.includes(' /api/') && !name.startsWith('GET ')));
}
