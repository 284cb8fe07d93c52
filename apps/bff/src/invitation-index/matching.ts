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

/** Characters of the parts by which the index finds an address. */
const GRAM = 3;
/** What Logto takes in the address of an invitation, in lower case (RFC 5322, atext). */
const OF_ADDRESSES = "abcdefghijklmnopqrstuvwxyz0123456789.@_-+'!#$%&*/=?^`{|}~";

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
  if ([...wanted].length >= GRAM)
    return having.where(
      sql<boolean>`invitation_index_grams(one.address) @> invitation_index_grams(${wanted})`,
    );
  if ([...wanted].length < GRAM - 1) return having;
  // Every address is longer, so it has one of these: the two characters with one more before or after them.
  const grams = [...OF_ADDRESSES].flatMap((one) => [one + wanted, wanted + one]);
  return having.where(sql<boolean>`invitation_index_grams(one.address) && ${grams}::text[]`);
}
