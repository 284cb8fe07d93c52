import { foldText, literalPattern } from '@org-portal/contract';
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database, Tables } from '../database/database.ts';
import type { Scope } from './state.ts';

/** Which invitations are meant, besides the organizations. */
export interface IndexFilter {
  inviter?: string | undefined;
  /** Part of the address, in whatever case. */
  q?: string | undefined;
  /** Days since it was sent. */
  olderThan?: number | undefined;
}

export type Matching = SelectQueryBuilder<Tables & { one: Tables['invitation_index'] }, 'one', object>;

/** Characters that an address must have in common with the text for the index of such parts to find it. */
const GRAM = 3;

/** @returns the current invitations of these organizations that match */
export function matching(
  database: Database,
  scope: Scope,
  { inviter, q, olderThan }: IndexFilter = {},
): Matching {
  let found = database.selectFrom('invitation_index as one').where('one.is_current', '=', true);
  if (scope) found = found.where('one.organization_id', '=', sql<string>`any(${[...scope]})`);
  if (inviter !== undefined) found = found.where('one.inviter_id', '=', inviter);
  if (olderThan !== undefined)
    found = found.where('one.created_at', '<=', sql<Date>`now() - ${olderThan} * interval '1 day'`);
  return withText(found, q);
}

/** @returns those whose address has the text in it; without a text all of them */
export function withText(found: Matching, text = ''): Matching {
  // Addresses have no accents: a text that has some means one without.
  const wanted = foldText(text.trim());
  if (wanted === '') return found;
  const having = found.where('one.address', 'like', `%${literalPattern(wanted)}%`);
  if ([...wanted].length < GRAM) return having;
  return having.where(sql<boolean>`invitation_index_grams(one.address) @> invitation_index_grams(${wanted})`);
}
