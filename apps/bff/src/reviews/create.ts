import { randomUUID } from 'node:crypto';
import type { AccessReviewInput } from '@org-portal/contract';
import { sql, type Transaction } from 'kysely';
import { namedRole } from '../access/organization-template.ts';
import type { Tables } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { beginSnapshot } from '../snapshots/begin.ts';
import type { Somebody } from './tables.ts';
import { requireReviewable } from './too-large.ts';

/**
 * Asks for a review; its lines are made once it was read who holds what.
 * @param most lines of one review
 * @returns its id
 * @throws Problem `request.invalid` for a reviewer who is no ops, an unknown role, or a due date that is over;
 * `review.too_large`
 */
export async function createReview(
  portal: Portal,
  input: AccessReviewInput,
  change: Change,
  most: number,
): Promise<string> {
  const { database, record, template } = portal;
  const known = await template.get(input.roleIds ?? []);
  const reviewers = await reviewersFor(portal, input.reviewerIds);
  const unknown = (input.roleIds ?? []).findIndex((id) => !known.roles.has(id));
  if (unknown >= 0) throw invalid(`/roleIds/${unknown}`, 'is not a role for people');
  if (new Date(input.dueAt).getTime() <= Date.now()) throw invalid('/dueAt', 'is over');
  const id = randomUUID();
  const { id: actorId, name } = change.actor;
  const actor: Somebody = { id: actorId, name };
  const target = { type: 'review', id, name: input.name.trim() } as const;
  const scope = {
    organization_ids: input.organizationIds ? [...input.organizationIds].sort() : null,
    role_ids: input.roleIds ? [...input.roleIds].sort() : null,
  };
  await requireReviewable(database, scope, most);
  await record.change(change, { target }, () =>
    database.transaction().execute(async (transaction) => {
      const snapshotId = await beginSnapshot(transaction, {
        organizationIds: scope.organization_ids ?? undefined,
        actor,
        template: known,
      });
      await transaction
        .insertInto('access_review')
        .values({
          id,
          name: target.name,
          ...scope,
          role_names: JSON.stringify((scope.role_ids ?? []).map((id) => namedRole(known, id))),
          reviewers: JSON.stringify(reviewers),
          due_at: new Date(input.dueAt),
          status: 'Preparing',
          snapshot_id: snapshotId,
          previous_id: await previousOf(transaction, scope),
          created_by: JSON.stringify(actor),
        })
        .execute();
    }),
  );
  return id;
}

async function reviewersFor({ people }: Portal, ids: readonly string[]): Promise<Somebody[]> {
  const found = await Promise.all(ids.map((id) => people.get(id, true)));
  return found.map((person, nth) => {
    if (!person?.staffRoles.includes('ops')) throw invalid(`/reviewerIds/${nth}`, 'is not a member of ops');
    return { id: person.id, name: person.name };
  });
}

/** The last one of the same organizations and roles that was closed. */
async function previousOf(
  transaction: Transaction<Tables>,
  { organization_ids, role_ids }: { organization_ids: string[] | null; role_ids: string[] | null },
): Promise<string | null> {
  const previous = await transaction
    .selectFrom('access_review')
    .select('id')
    .where('status', '=', 'Closed')
    .where(sql<boolean>`organization_ids is not distinct from ${organization_ids}::text[]`)
    .where(sql<boolean>`role_ids is not distinct from ${role_ids}::text[]`)
    .orderBy('closed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return previous?.id ?? null;
}

const invalid = (pointer: string, detail: string) =>
  new Problem('request.invalid', `The review cannot be begun: ${pointer} ${detail}.`, {
    errors: [{ pointer, detail }],
  });
