import { createHmac } from 'node:crypto';
import { demo, portalWebhook, startDevLogto, type DevLogto } from '@org-portal/dev-logto';
import { describe, expect, test, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import type { Browser } from './harness/browser.ts';
import { Chance } from './harness/chance.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './harness/management-api.ts';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 10);
const WITHIN = ROUNDS * 300 + 60_000;

const organization = demo.organizations.brightwater;
const { admin, member } = demo.organizationRoles;
const [ingrid, tomas] = [demo.users.admin, demo.users.viewer];

/** Each takes the admin from somebody: from the other one, or from the person who asks. */
const takes: Record<string, (by: Browser, victim: string) => Promise<Response>> = {
  demote: (by, victim) => by.call('PUT', `${base}/members/${victim}/roles`, { roleIds: [member] }),
  strip: (by, victim) => by.call('PUT', `${base}/members/${victim}/roles`, { roleIds: [] }),
  remove: (by, victim) => by.call('DELETE', `${base}/members/${victim}`),
};
const leave = (by: Browser) => by.call('POST', `${base}/leave`);
const base = `/api/organizations/${organization}`;

// Attack: the last two admins take it from each other, or from themselves, at the same moment: each finds the other one
// still there, and the organization is left without an admin.
describe('the last two admins at the same moment', () => {
  test(`through one BFF, ${ROUNDS} rounds`, { timeout: WITHIN }, async () => {
    const { logto, origins } = await startLogto(1);
    await race('one BFF', logto, origins, { PORTAL_DATA: await newPortalData() });
  });
});

describeWithPostgres('the last two admins at the same moment', () => {
  test(`through two BFFs, ${ROUNDS} rounds`, { timeout: WITHIN }, async () => {
    const postgres = await startPostgres();
    const { logto, origins } = await startLogto(2);
    await race('two BFFs', logto, origins, { DATABASE_URL: await postgres.newDatabase() });
  });

  // Attack: the BFF dies, and with it the lock, while Logto is slow to carry out what it was sent. The other admin leaves
  // through the other BFF, which finds both still there.
  test.each(Object.keys(takes))(
    'when one %s is still on its way, and its BFF gone',
    { timeout: WITHIN },
    async (take) => {
      const postgres = await startPostgres();
      const env = { DATABASE_URL: await postgres.newDatabase() };
      const { logto, origins } = await startLogto(2);
      const operator = new ManagementApiByHand(logto.origin);
      const bffs = origins.map((origin) => new BffProcess(logto, origin, env));
      await Promise.all(bffs.map((bff) => bff.start()));
      const [one, other] = [await bffs[0]!.signIn(ingrid), await bffs[1]!.signIn(tomas)];
      await makeAdmins(operator);
      await Promise.all(origins.map(forget));

      const operation = `${take === 'remove' ? 'DELETE' : 'PUT'} /api/organizations/{id}/users/{userId}`;
      const path = take === 'remove' ? operation : `${operation}/roles`;
      logto.controls.fail(path, { kind: 'slow', delayMs: 2_000 });
      const lost = takes[take]!(one, ingrid).catch(() => undefined);
      await vi.waitUntil(() => logto.controls.faults().length === 0, { timeout: 10_000 });
      await bffs[0]!.kill();
      await lost;
      expect(await (await leave(other)).json()).toMatchObject({ code: 'member.last_admin' });
      await vi.waitUntil(async () => (await admins(operator)).length === 1, { timeout: 10_000 });
    },
  );
});

// Attack: the last two admins of two organizations are suspended, or one of them leaves, at the same moment.
describeWithPostgres('suspending the last two admins', () => {
  test('through two BFFs, in several organizations at once', { timeout: 120_000 }, async () => {
    const postgres = await startPostgres();
    const env = { DATABASE_URL: await postgres.newDatabase() };
    const { logto, origins } = await startLogto(2);
    const operator = new ManagementApiByHand(logto.origin);
    const bffs = origins.map((origin) => new BffProcess(logto, origin, env));
    await Promise.all(bffs.map((bff) => bff.start()));
    const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };
    const leads = await Promise.all(bffs.map((bff) => bff.signIn(demo.users.supportLead)));
    const suspend = (by: number, id: string) =>
      leads[by]!.call('POST', `/api/people/${id}/suspend`, undefined, because);
    for (let round = 0; round < 10; round += 1) {
      for (const id of [ingrid, tomas])
        await operator.call('PATCH', `/users/${id}/is-suspended`, { isSuspended: false });
      await makeAdmins(operator);
      await makeAdmins(operator, demo.organizations.pine);
      await makeAdmins(operator, demo.organizations.kestrel);
      await Promise.all(origins.map(forget));
      const leaving = round % 2 === 1 ? await bffs[1]!.signIn(tomas) : undefined;
      const replies = await Promise.all([suspend(0, ingrid), leaving ? leave(leaving) : suspend(1, tomas)]);
      expect([round, replies.map(({ status }) => status).sort()]).toEqual([round, [204, 409]]);
      const acting = (await admins(operator)).filter(({ isSuspended }) => !isSuspended);
      expect(acting).toHaveLength(1);
    }
  });
});

async function startLogto(bffs: number): Promise<{ logto: DevLogto; origins: string[] }> {
  const origins: string[] = [];
  while (origins.length < bffs) origins.push(`http://localhost:${await freePort()}`);
  const logto = await startDevLogto({ portalUrl: origins, members: 20, controls: true });
  afterwards(() => logto.close());
  return { logto, origins };
}

async function race(
  title: string,
  logto: DevLogto,
  origins: string[],
  env: Record<string, string>,
): Promise<void> {
  const chance = new Chance();
  console.log(`${title}: SEED=${chance.seed}`);
  const operator = new ManagementApiByHand(logto.origin);
  const bffs = origins.map((origin) => new BffProcess(logto, origin, env));
  await Promise.all(bffs.map((bff) => bff.start()));
  const rivals = [await bffs[0]!.signIn(ingrid), await bffs.at(-1)!.signIn(tomas)];

  const begun = performance.now();
  const wins = [0, 0];
  const adminless: unknown[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await makeAdmins(operator);
    await Promise.all(origins.map(forget));

    const isAgainstEachOther = chance.below(2) === 0;
    const replies = await Promise.all(
      rivals.map(async (by, side) => {
        const [own, others] = side === 0 ? [ingrid, tomas] : [tomas, ingrid];
        const take = chance.one(['demote', 'strip', 'remove']);
        const leaves = chance.below(2) === 0;
        await new Promise((resolve) => setTimeout(resolve, chance.below(4)));
        if (isAgainstEachOther) return takes[take]!(by, others);
        return leaves ? leave(by) : takes[take]!(by, own);
      }),
    );
    const left = (await admins(operator)).length;
    const statuses = replies.map(({ status }) => status);
    if (left === 0) adminless.push({ round, statuses });
    else
      expect([round, left, replies.filter(({ ok }) => ok).length, statuses]).toEqual([round, 1, 1, statuses]);
    for (const side of [0, 1]) wins[side]! += replies[side]!.ok ? 1 : 0;
  }
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  console.log(
    `${title}: ${ROUNDS} rounds in ${seconds} s, won ${wins.join(' to ')}, without an admin after ${adminless.length}`,
  );
  expect(adminless.slice(0, 5)).toEqual([]);
  expect(Math.min(...wins)).toBeGreaterThan(0);
}

async function makeAdmins(operator: ManagementApiByHand, id: string = organization): Promise<void> {
  await operator.call('PUT', `/organizations/${id}/users`, { userIds: [ingrid, tomas] });
  for (const userId of [ingrid, tomas]) {
    const path = `/organizations/${id}/users/${userId}/roles`;
    await operator.call('PUT', path, { organizationRoleIds: [admin] });
  }
}

const admins = (operator: ManagementApiByHand) =>
  operator.call<{ isSuspended: boolean }[]>(
    'GET',
    `/organizations/${organization}/users?organizationRoleId=${admin}`,
  );

/** The BFF keeps for 5 s who is an admin; Logto tells it of the new round by a delivery. */
async function forget(origin: string): Promise<void> {
  const body = JSON.stringify({
    event: 'User.Data.Updated',
    createdAt: new Date().toISOString(),
    nonce: Math.random(),
  });
  const signature = createHmac('sha256', portalWebhook.signingKey).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'logto-signature-sha-256': signature };
  const reply = await fetch(`${origin}/webhooks/logto`, { method: 'POST', headers, body });
  expect(reply.status).toBe(204);
}
