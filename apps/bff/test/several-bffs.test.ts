import { demo, startDevLogto } from '@org-portal/dev-logto';
import { beforeAll, expect, test, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import type { Browser } from './harness/browser.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './harness/management-api.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';
import { addresses, handIn, rowOf } from './imports/list.ts';

/** Milliseconds: the design's limit for access that was taken away. */
const WITHIN = 10_000;

const { halden } = demo.organizations;
const { admin, member, viewer } = demo.organizationRoles;
const people = demo.users;
const base = `/api/organizations/${halden}`;

// Logto's webhook reaches one of the two at the most, as behind a load balancer; here it reaches neither.
describeWithPostgres('what one BFF does, the other one sees', () => {
  let logto: Awaited<ReturnType<typeof startDevLogto>>;
  let operator: ManagementApiByHand;
  let here: Browser;
  let there: BffProcess;
  const metrics: string[] = [];

  beforeAll(async () => {
    const origins = [await freePort(), await freePort()].map((port) => `http://localhost:${port}`);
    logto = await startDevLogto({ portalUrl: origins, controls: true });
    afterwards(() => logto.close());
    const hooks = await (operator = new ManagementApiByHand(logto.origin)).call<{ id: string }[]>(
      'GET',
      '/hooks',
    );
    for (const { id } of hooks) await operator.call('DELETE', `/hooks/${id}`);
    const env = { DATABASE_URL: await (await startPostgres()).newDatabase() };
    const bffs = await Promise.all(
      origins.map(async (origin) => {
        const port = await freePort();
        metrics.push(`http://127.0.0.1:${port}/metrics`);
        return new BffProcess(logto, origin, { ...env, METRICS_PORT: String(port) });
      }),
    );
    await Promise.all(bffs.map((bff) => bff.start()));
    here = await bffs[0]!.signIn(people.owner);
    there = bffs[1]!;
  }, 60_000);

  const joined = async (userId: string, roleId: string): Promise<Browser> => {
    await operator.call('POST', `/organizations/${halden}/users`, { userIds: [userId] });
    const path = `/organizations/${halden}/users/${userId}/roles`;
    await operator.call('PUT', path, { organizationRoleIds: [roleId] });
    const browser = await there.signIn(userId);
    await vi.waitFor(async () => expect((await browser.get(base)).status).toBe(200), { timeout: WITHIN });
    return browser;
  };

  test('at once: lists, and the record', async () => {
    const other = await there.signIn(people.admin);
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const invitees = ['seen.there@example.com'];
    await here.call('POST', `${base}/invitations`, { invitees, roleIds: [member], expiresAt });
    const [invitation] = await (await other.get(`${base}/invitations?page_size=1`)).json();
    expect(invitation).toMatchObject({ invitee: invitees[0], status: 'Pending' });
    const [entry] = await (await other.get(`${base}/activity?page_size=1`)).json();
    expect(entry).toMatchObject({
      action: 'invitation.create',
      outcome: 'succeeded',
      target: { id: invitation.id },
    });
  });

  test('shared: the rows of an import', async () => {
    const rows = addresses(100).map((address) => rowOf(address));
    // An instance looks for work once a second; the import must outlast several looks, or one instance does it all.
    logto.controls.fail('POST /api/organization-invitations', { kind: 'slow', delayMs: 500 }, rows.length);
    const { id } = await handIn(here, halden, rows);
    await vi.waitFor(
      async () =>
        expect(await (await here.get(`${base}/imports/${id}`)).json()).toMatchObject({
          status: 'Finished',
          counts: { sent: rows.length },
        }),
      { timeout: 25_000, interval: 100 },
    );
    const sentBy = () =>
      Promise.all(
        metrics.map(async (url) => {
          const text = await (await fetch(url)).text();
          return Number(/^portal_jobs_rows_total\{job="import",outcome="sent"\} (\d+)/m.exec(text)?.[1] ?? 0);
        }),
      );
    const sent = await vi.waitFor(async () => {
      const counts = await sentBy();
      expect(counts.reduce((sum, count) => sum + count)).toBe(rows.length);
      return counts;
    });
    console.log(`${rows.length} rows, sent by the one and by the other: ${sent.join(', ')}`);
    expect(Math.min(...sent)).toBeGreaterThan(0);
  });

  // Attack: somebody who has just been removed, or demoted, goes on through the instance that has not heard of it.
  test('within 10 s: a removal', async () => {
    const browser = await joined(people.nobody, admin);
    expect((await here.call('DELETE', `${base}/members/${people.nobody}`)).status).toBe(204);
    await refused('a removal', () => browser.get(`${base}/members`), 404);
  });

  test('within 10 s: a demotion', async () => {
    const browser = await joined(people.soleAdmin, admin);
    const roles = `${base}/members/${people.soleAdmin}/roles`;
    expect((await here.call('PUT', roles, { roleIds: [viewer] })).status).toBe(200);
    await refused('a demotion', () => browser.call('DELETE', `${base}/members/nobodyatall1`), 403);
  });
});

async function refused(what: string, use: () => Promise<Response>, status: number): Promise<void> {
  const begun = performance.now();
  expect((await use()).status).not.toBe(status);
  await vi.waitFor(async () => expect((await use()).status).toBe(status), { timeout: WITHIN, interval: 50 });
  console.log(`${what} is seen by the other BFF after ${Math.round(performance.now() - begun)} ms`);
}
