import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { JoinToken } from '../invitations/join-token.ts';
import { readable } from '../record/unavailable.ts';

/** A link that came by e-mail. */
export type MailedToken = Extract<JoinToken, { via: 'mail' }>;

/**
 * Counts the one sign-in that a message is good for, before it happens: of several presses at once, one gets it.
 * @returns whether this press got it
 * @throws Problem `audit.unavailable`; then nothing was counted
 */
export async function useMessage(
  database: Database,
  token: MailedToken,
  invitationId: string,
): Promise<boolean> {
  if (token.message === undefined && (await wasUsedBefore(database, invitationId))) return false;
  const counted = await readable(
    database
      .insertInto('join_message_use')
      .values({ message: idOf(token), invitation_id: invitationId })
      .onConflict((conflict) => conflict.column('message').doNothing())
      .returning('message')
      .executeTakeFirst(),
  );
  return counted !== undefined;
}

/** Takes the count back, where nobody got a way to sign in. */
export async function releaseMessage(database: Database, token: MailedToken): Promise<void> {
  await readable(database.deleteFrom('join_message_use').where('message', '=', idOf(token)).execute());
}

/** Whether the link was used when links were counted by invitation, not by message. */
async function wasUsedBefore(database: Database, invitationId: string): Promise<boolean> {
  const use = await readable(
    database
      .selectFrom('join_link_use')
      .select('invitation_id')
      .where('invitation_id', '=', invitationId)
      .executeTakeFirst(),
  );
  return use !== undefined;
}

/** Links that were sent before messages had an id count together, as they did then. */
function idOf({ message, organizationId, invitee, expiresAt }: MailedToken): string {
  if (message !== undefined) return message;
  const named = JSON.stringify([organizationId, invitee, expiresAt]);
  return `before:${createHash('sha256').update(named).digest('base64url')}`;
}
