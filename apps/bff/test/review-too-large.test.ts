import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/database/open-database.ts';
import { requireReviewable } from '../src/reviews/too-large.ts';
import { afterwards } from './harness/afterwards.ts';
import { newPortalData } from './harness/portal-data.ts';

const { database, close } = await openDatabase({ folder: await newPortalData() }, { warn: () => undefined });
afterwards(close);
const run = (text: string) => database.executeQuery(CompiledQuery.raw(text));

/** Two organizations: of three people with two roles each, and of one without. */
async function reading(id: string, status: string, finishedAt: string, scope = 'null'): Promise<void> {
  await run(`insert into snapshot (id, organization_ids, actor_id, status, finished_at)
    values ('${id}', ${scope}, 'ops', '${status}', '${finishedAt}')`);
  for (const [organization, members] of [
    ['large', 3],
    ['small', 1],
  ]) {
    await run(`insert into snapshot_organization (snapshot_id, organization_id, state, members)
      values ('${id}', '${organization}', 'read', ${members})`);
    if (status !== 'Finished') continue;
    await run(`insert into snapshot_membership (snapshot_id, organization_id, user_id, is_suspended, role_ids)
      select '${id}', '${organization}', 'user' || n, false, ${organization === 'large' ? "'{admin,member}'" : "'{}'"}
      from generate_series(1, ${members}) n`);
  }
}

/** @returns as how many lines it is refused, where only nothing at all would be taken */
async function linesOf(organization_ids: string[] | null, role_ids: string[] | null): Promise<number> {
  try {
    await requireReviewable(database, { organization_ids, role_ids }, 0);
    return 0;
  } catch (error) {
    expect(error).toMatchObject({ code: 'review.too_large', status: 422 });
    return (error as { lines: number }).lines;
  }
}

test('lines are counted in the newest reading of all organizations that has ended', async () => {
  expect(await linesOf(null, null)).toBe(0);
  await reading('partial', 'Finished', '2026-03-01', "array['large']");
  await reading('given-up', 'Cancelled', '2026-03-01');
  expect(await linesOf(null, null)).toBe(0);
  await reading('whole', 'Finished', '2026-02-01');
  // A line for each role, and one for who has none.
  expect(await linesOf(null, null)).toBe(7);
  expect(await linesOf(null, ['admin'])).toBe(3);
  expect(await linesOf(['small'], null)).toBe(1);
  expect(await linesOf(['small'], ['admin'])).toBe(0);
  await expect(requireReviewable(database, { organization_ids: null, role_ids: null }, 7)).resolves.toBe(
    undefined,
  );
  // One that was not read to its end counts the members that there are at least.
  await reading('newer', 'TooLarge', '2026-02-02');
  expect(await linesOf(null, null)).toBe(4);
  expect(await linesOf(['large'], null)).toBe(3);
});
