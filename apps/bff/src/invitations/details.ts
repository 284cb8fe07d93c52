import type { Language } from '@org-portal/contract';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import { markCurrent } from '../invitation-index/mark-current.ts';
import { readable } from '../record/unavailable.ts';

interface Parts {
  database: Database;
  log: Pick<FastifyBaseLogger, 'warn'>;
}

interface Details {
  organizationId: string;
  language: Language;
  replaces?: string;
}

/** Keeps what Logto does not. The invitation has been sent: that this fails is no reason to say it was not. */
export async function rememberDetails(
  { database, log }: Parts,
  invitationId: string,
  { organizationId, language, replaces }: Details,
): Promise<void> {
  try {
    await database
      .insertInto('invitation_details')
      .values({
        invitation_id: invitationId,
        organization_id: organizationId,
        language,
        replaces: replaces ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (replaces !== undefined) await markCurrent(database, { invitationIds: [invitationId] });
  } catch (err) {
    log.warn({ err, invitationId }, 'the details of an invitation could not be kept');
  }
}

/** @returns the language of each one's messages, by id, of those where somebody said it */
export async function languagesOf(
  database: Database,
  invitationIds: string[],
): Promise<Map<string, Language>> {
  if (invitationIds.length === 0) return new Map();
  const rows = await readable(
    database
      .selectFrom('invitation_details')
      .select(['invitation_id', 'language'])
      .where('invitation_id', 'in', invitationIds)
      .execute(),
  );
  return new Map(rows.map((row) => [row.invitation_id, row.language]));
}

/** @returns the language that the invitation's messages are in; English where nobody said */
export async function languageOf(database: Database, invitationId: string): Promise<Language> {
  const row = await database
    .selectFrom('invitation_details')
    .select('language')
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
  return row?.language ?? 'en';
}
