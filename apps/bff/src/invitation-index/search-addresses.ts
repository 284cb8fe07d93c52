import { literalPattern, normalizeEmailAddress } from '@org-portal/contract';
import type { InvitationStatus, PeopleSearch } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';
import { matching, withText, type Matching } from './matching.ts';
import type { Scope } from './state.ts';

/** An address, and how many invitations to it there are of each status. */
export interface InvitedAddress {
  email: string;
  invited: Record<InvitationStatus, number>;
}

/** Invitations that are looked at, the newest first; where more match, not all of their addresses are found. */
const MOST_LOOKED_AT = 2_000;

/**
 * @param most addresses
 * @returns addresses to which invitations were sent and that match, the last one invited first
 * @throws Problem `audit.unavailable`
 */
export async function searchAddresses(
  database: Database,
  scope: Scope,
  text: string,
  search: Pick<PeopleSearch, 'match' | 'sensitive'>,
  most: number,
): Promise<{ items: InvitedAddress[]; isTotalCapped: boolean }> {
  const newest = having(matching(database, scope), text, search)
    .select(['one.address', 'one.created_at'])
    .orderBy('one.created_at', 'desc')
    .limit(MOST_LOOKED_AT);
  const found = await readable(
    database
      .selectFrom(newest.as('newest'))
      .select(({ fn }) => [
        'address',
        fn.max('created_at').as('last'),
        sql<string>`sum(count(*)) over ()`.as('looked_at'),
      ])
      .groupBy('address')
      .orderBy('last', 'desc')
      .orderBy('address')
      .limit(most + 1)
      .execute(),
  );
  const addresses = found.slice(0, most).map(({ address }) => address);
  const counts = await countsOf(database, scope, addresses);
  return {
    items: addresses.map((email) => ({ email, invited: counts.get(email) ?? none() })),
    isTotalCapped: found.length > most || Number(found[0]?.looked_at ?? 0) >= MOST_LOOKED_AT,
  };
}

function having(
  found: Matching,
  text: string,
  { match = 'contains', sensitive = false }: Pick<PeopleSearch, 'match' | 'sensitive'>,
): Matching {
  if (match === 'exact') {
    const exactly = found.where('one.address', '=', normalizeEmailAddress(text).toLowerCase());
    return sensitive ? exactly.where('one.invitee', '=', text) : exactly;
  }
  const containing = withText(found, text);
  return sensitive ? containing.where('one.invitee', 'like', `%${literalPattern(text)}%`) : containing;
}

const none = (): InvitedAddress['invited'] => ({ Pending: 0, Accepted: 0, Expired: 0, Revoked: 0 });

async function countsOf(database: Database, scope: Scope, addresses: readonly string[]) {
  const counts = new Map<string, InvitedAddress['invited']>();
  if (addresses.length === 0) return counts;
  const status = sql<InvitationStatus>`
    case when one.status = 'Pending' and one.expires_at <= now() then 'Expired' else one.status end`;
  const rows = await readable(
    matching(database, scope)
      .where('one.address', '=', sql<string>`any(${[...addresses]})`)
      .select(({ fn }) => ['one.address', status.as('status'), fn.countAll<string>().as('count')])
      .groupBy(['one.address', status])
      .execute(),
  );
  for (const row of rows) {
    const known = counts.get(row.address) ?? none();
    known[row.status] = Number(row.count);
    counts.set(row.address, known);
  }
  return counts;
}
