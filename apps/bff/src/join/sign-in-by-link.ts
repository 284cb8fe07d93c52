import { isManagementApiError } from '@org-portal/management-api';
import { orNothing } from '../access/or-nothing.ts';
import type { Portal } from '../portal.ts';
import { readable } from '../record/unavailable.ts';
import type { Opened } from './invitation-of-token.ts';

/** Seconds; nobody waits between pressing the button and arriving at Logto. */
const LIFE = 600;

/**
 * What lets the invited person sign in, or up, without typing anything (Logto's magic link): the link came by e-mail, so
 * whoever has it reads the mailbox. Good for one sign-in: after it, and for a link that was handed over, they sign in
 * as always.
 * @returns parameters of the authorization request
 */
export async function signInByLink(
  portal: Portal,
  { token, invitation }: Opened,
): Promise<Record<string, string>> {
  if (token.via !== 'mail') return {};
  const { invitee } = invitation;
  const hint = { login_hint: invitee };
  if (invitation.status !== 'Pending' || (await isUsed(portal, invitation.id))) return hint;
  try {
    const made = await portal.api.oneTimeTokens.create(invitee, LIFE);
    await keep(portal, invitation.id, made.id);
    return { ...hint, one_time_token: made.token };
  } catch (error) {
    // Logto takes no address of more than 128 characters here.
    if (isManagementApiError(error, 'request.invalid')) return hint;
    throw error;
  }
}

async function isUsed({ database, api }: Portal, invitationId: string): Promise<boolean> {
  const use = await readable(
    database
      .selectFrom('join_link_use')
      .select('one_time_token_id')
      .where('invitation_id', '=', invitationId)
      .executeTakeFirst(),
  );
  const last = use && (await orNothing(api.oneTimeTokens.get(use.one_time_token_id)));
  return last?.status === 'consumed';
}

async function keep({ database }: Portal, invitationId: string, oneTimeTokenId: string): Promise<void> {
  const values = { invitation_id: invitationId, one_time_token_id: oneTimeTokenId };
  await readable(
    database
      .insertInto('join_link_use')
      .values(values)
      .onConflict((conflict) => conflict.column('invitation_id').doUpdateSet(values))
      .execute(),
  );
}
