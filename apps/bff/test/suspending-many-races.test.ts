import type { PersonSuspension, Problem } from '@org-portal/contract';
import { demo, startDevLogto, type DevLogto } from '@org-portal/dev-logto';
import pg from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import type { Browser } from './harness/browser.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './harness/management-api.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';
import { newOrganizations, newPerson } from './suspensions/organizations-with-admins.ts';

/** More than are checked first. */
const MANY = 25;
const ROUNDS = 4;
const MAIN = new URL('imports/impatient-main.mjs', import.meta.url);
const LIST = 'GET /api/organizations/{id}/users';
const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };

describeWithPostgres('an admin of many organizations, with two BFFs on one database', () => {
  let logto: DevLogto;
  let operator: ManagementApiByHand;
  let bffs: BffProcess[];
  let leads: Browser[];
  let sql: pg.Client;

  beforeAll(async () => {
    const origins = [await freePort(), await freePort()].map((port) => `http://localhost:${port}`);
    logto = await startDevLogto({ portalUrl: origins, members: 20, controls: true });
    afterwards(() => logto.close());
    operator = new ManagementApiByHand(logto.origin);
    const url = await (await startPostgres()).newDatabase();
    sql = new pg.Client(url);
    await sql.connect();
    afterwards(() => sql.end());
    // A connection that is asked two things at once is an error here, as it will be in the next release of pg.
    const env = { DATABASE_URL: url, LATE: '3000', NODE_OPTIONS: '--throw-deprecation' };
    bffs = origins.map((origin) => new BffProcess(logto, origin, env, MAIN));
    await Promise.all(bffs.map((bff) => bff.start()));
    leads = await Promise.all(bffs.map((bff) => bff.signIn(demo.users.supportLead)));
  }, 120_000);

  const suspend = (by: number, id: string) =>
    leads[by]!.call('POST', `/api/people/${id}/suspend`, undefined, because);
  const isSuspended = async (id: string) =>
    (await operator.call<{ isSuspended: boolean }>('GET', `/users/${id}`)).isSuspended;
  const checksOf = async (by: number, id: string): Promise<PersonSuspension> =>
    (await leads[by]!.get(`/api/people/${id}/suspension`)).json();
  const checked = async (by: number, id: string): Promise<PersonSuspension> => {
    await vi.waitUntil(async () => (await checksOf(by, id)).organizations.waiting === 0, {
      timeout: 60_000,
      interval: 100,
    });
    return checksOf(by, id);
  };
  /** @returns the organizations that are being checked, by the process that does it */
  const taken = async (): Promise<Map<number, string[]>> => {
    const { rows } = await sql.query<{ instance: number; organization_id: string }>(
      'select instance, organization_id from suspension_check where instance is not null',
    );
    const byInstance = new Map<number, string[]>();
    for (const { instance, organization_id: id } of rows)
      byInstance.set(instance, [...(byInstance.get(instance) ?? []), id]);
    return byInstance;
  };

  // Attack: the only two admins of an organization are suspended at once through two BFFs. It is one among many of theirs, so it is
  // not checked first, and it is left without an admin while nobody is told.
  test(
    'the only two admins of one of them at once: one is refused, or it is reported',
    { timeout: 120_000 },
    async () => {
      const colleague = await newPerson(operator, 'colleague');
      const seen: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const two = [await newPerson(operator, `one.${round}`), await newPerson(operator, `other.${round}`)];
        // In every second round the other one is an admin of few.
        await newOrganizations(operator, `One ${round}`, MANY, [two[0]!, colleague]);
        await newOrganizations(operator, `Other ${round}`, round % 2 === 0 ? MANY : 1, [two[1]!, colleague]);
        const [theirs] = await newOrganizations(operator, `Theirs ${round}`, 1, two);
        const replies = await Promise.all(two.map((id, by) => suspend(by, id)));
        const statuses = replies.map(({ status }) => status);
        seen.push(statuses.join());
        expect(statuses).toContain(204);
        if (statuses.includes(409)) {
          const refused = (await replies[statuses.indexOf(409)]!.json()) as Problem;
          expect(refused.code).toBe('member.last_admin');
          expect(refused.organizations).toEqual([{ id: theirs, name: `Theirs ${round} 000` }]);
          expect((await Promise.all(two.map(isSuspended))).filter(Boolean)).toHaveLength(1);
        } else {
          expect(statuses).toEqual([204, 204]);
          const reports = await Promise.all(two.map((id) => checked(1, id)));
          expect(reports.flatMap(({ left }) => left.map(({ id }) => id))).toContain(theirs);
        }
      }
      console.log(`replies to the two suspensions, by round: ${seen.join('; ')}`);
    },
  );

  // Attack: the process that checks the organizations ends in the middle, and what it had taken is never looked at.
  test(
    'kill -9 while they are checked: the other BFF checks each of them',
    { timeout: 120_000 },
    async () => {
      const [person, colleague] = [await newPerson(operator, 'killed'), await newPerson(operator, 'stays')];
      await newOrganizations(operator, 'Shared', MANY, [person, colleague]);
      const alone = await newOrganizations(operator, 'Alone', 2, [person]);
      logto.controls.fail(LIST, { kind: 'slow', delayMs: 1_000 }, MANY + 2);
      expect((await suspend(0, person)).status).toBe(204);
      await vi.waitUntil(async () => (await taken()).size === 2, { timeout: 30_000, interval: 20 });
      await bffs[0]!.kill();
      const left = await taken();
      expect([...left.values()].flat().length).toBeGreaterThan(0);
      expect((await checksOf(1, person)).organizations.waiting).toBeGreaterThan(0);
      const result = await checked(1, person);
      expect(result.organizations).toEqual({ waiting: 0, kept: MANY, left: 2, gone: 0 });
      expect(result.left.map(({ id }) => id)).toEqual(alone);
      await bffs[0]!.start();
      leads[0] = await bffs[0]!.signIn(demo.users.supportLead);
    },
  );

  // Attack: the process ends while Logto suspends the person, and organizations without an admin are never reported.
  test(
    'kill -9 while the suspension is sent: the other BFF finds out that it worked, and checks the organizations',
    { timeout: 120_000 },
    async () => {
      const [person, colleague] = [await newPerson(operator, 'cut'), await newPerson(operator, 'there')];
      await newOrganizations(operator, 'Both', MANY, [person, colleague]);
      const alone = await newOrganizations(operator, 'Only', 2, [person]);
      logto.controls.fail('PATCH /api/users/{userId}/is-suspended', { kind: 'slow', delayMs: 1_000 });
      const suspending = suspend(0, person).catch(() => undefined);
      await vi.waitFor(() => expect(logto.controls.faults()).toEqual([]), 10_000);
      await bffs[0]!.kill();
      await suspending;
      await vi.waitFor(async () => expect(await isSuspended(person)).toBe(true), 10_000);
      const result = await checked(1, person);
      expect(result.organizations).toEqual({ waiting: 0, kept: MANY, left: 2, gone: 0 });
      expect(result.left.map(({ id }) => id)).toEqual(alone);
    },
  );
});
