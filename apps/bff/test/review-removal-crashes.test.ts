import { setTimeout as wait } from 'node:timers/promises';
import type { ActivityEntry, AccessReviewLine } from '@org-portal/contract';
import { demo, startDevLogto } from '@org-portal/dev-logto';
import { expect, test, vi } from 'vitest';
import { settledRecord } from './crash/record.ts';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { Chance } from './harness/chance.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './harness/management-api.ts';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';
import {
  admin,
  closedReview,
  finished,
  heldBy,
  linesOf,
  member,
  newOrganization,
  remove,
  viewer,
} from './removals/closed-review.ts';

/** At full length: `REMOVAL_LINES=1000 REMOVAL_KILLS=20 npm test -- --project bff review-removal-crashes`. */
const lines = Number(process.env['REMOVAL_LINES'] ?? 20);
const kills = Number(process.env['REMOVAL_KILLS'] ?? 1);
const timeout = 600_000;
/** Each has an admin who stays, one who is marked, and members. */
const PLACES = 4;
const MAIN = new URL('imports/impatient-main.mjs', import.meta.url);

// Attack: the process ends between any two of its steps, again and again.
test.runIf(process.env['REMOVAL_KILLS'])(
  'kill -9 while roles are taken away, with PGlite: none is lost, none is sent twice',
  { timeout },
  async () => {
    await removalUnderKills(1, { PORTAL_DATA: await newPortalData() });
  },
);

describeWithPostgres('kill -9 while roles are taken away', () => {
  test('by two BFFs, with PostgreSQL: none is lost, none is sent twice', { timeout }, async () => {
    await removalUnderKills(2, { DATABASE_URL: await (await startPostgres()).newDatabase() });
  });
});

async function removalUnderKills(count: number, env: Record<string, string>): Promise<void> {
  const chance = new Chance();
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const origins = ports.map((port) => `http://localhost:${port}`);
  const logto = await startDevLogto({ portalUrl: origins });
  afterwards(() => logto.close());
  const operator = new ManagementApiByHand(logto.origin);
  const places = await Promise.all(
    Array.from({ length: PLACES }, (_, nth) =>
      newOrganization(operator, `Place ${nth}`, [
        [admin],
        [admin],
        ...Array.from({ length: lines / PLACES - 1 }, () => [member, viewer]),
      ]),
    ),
  );
  const settings = { LATE: '1000', OPS_ASSIGNABLE_ROLES: 'admin,member,viewer', ...env };
  const bffs = origins.map((origin) => new BffProcess(logto, origin, settings, MAIN));
  for (const bff of bffs) await bff.start();

  const stays = new Set(places.map(({ people }) => people[0]));
  const isMarked = ({ person, role }: AccessReviewLine) =>
    !stays.has(person.id) && (role?.id === admin || role?.id === member);
  const id = await closedReview(
    await bffs[0]!.signIn(demo.users.opsLead),
    places.map((place) => place.id),
    isMarked,
  );
  const PUT = 'PUT /api/organizations/{id}/users/{userId}/roles';
  const sent = () => logto.calls.count(PUT);
  const before = sent();
  const begun = performance.now();
  await remove(await bffs[0]!.signIn(demo.users.opsLead), id);
  const moments = Array.from({ length: kills }, () => chance.below(lines)).sort((a, b) => a - b);
  for (const moment of moments) {
    await vi.waitUntil(() => sent() - before >= moment, { timeout: 300_000, interval: 2 });
    await wait(chance.below(30));
    const bff = chance.one(bffs);
    await bff.kill();
    await bff.start();
  }

  const lead = await bffs[0]!.signIn(demo.users.opsLead);
  const { removal } = await finished(lead, id, 300_000);
  const entries: ActivityEntry[] = [];
  for (const place of places) entries.push(...(await settledRecord(bffs[0]!, place.id)));
  const succeeded = entries.filter(({ outcome }) => outcome === 'succeeded');
  console.log(
    `SEED=${chance.seed}; ${lines} lines, ${count} BFFs, kills at ${moments.join(', ')}: ` +
      `${((performance.now() - begun) / 1_000).toFixed(1)} s; ${JSON.stringify(removal?.counts)}; ` +
      `${sent() - before} sent, ${entries.length} attempts on record, ${succeeded.length} succeeded`,
  );
  expect(removal?.counts).toEqual({ waiting: 0, removed: lines, gone: 0, refused: 0, failed: 0 });
  expect(succeeded).toHaveLength(lines);
  expect(new Set(succeeded.map(({ organization, target }) => `${organization?.id} ${target.id}`)).size).toBe(
    lines,
  );
  // Only what was under way at a kill is sent again.
  expect(sent() - before).toBeLessThanOrEqual(lines + kills * PLACES);
  for (const { id: place, people } of places)
    for (const [nth, one] of people.entries())
      expect(await heldBy(operator, place, one)).toEqual([['admin'], []][nth] ?? ['viewer']);
  expect((await linesOf(lead, id, '&removal=removed')).length).toBe(lines);
}
