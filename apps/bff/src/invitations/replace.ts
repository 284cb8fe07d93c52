import { normalizeEmailAddress } from '@org-portal/contract';
import { isManagementApiError, ManagementApiError, type LogtoInvitation } from '@org-portal/management-api';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { mayHaveBeenDone } from '../record/activity-record.ts';
import type { Change } from '../record/change.ts';
import { toDateTime } from '../view/date-time.ts';
import { createInvitation, type NewInvitation } from './create.ts';
import { languageOf } from './details.ts';
import { restoreInvitation } from './restore.ts';

interface Replacement {
  /** Pending, or expired. */
  old: LogtoInvitation;
  inviterId: string;
  roles: { id: string; name: string }[];
  expiresAt: Date;
}

export interface Replaced {
  invitation: LogtoInvitation;
  /** False: there is no e-mail connector, and the link has to be handed over. */
  isMailed: boolean;
}

/**
 * Makes one invitation in place of another, as one change on record: Logto changes none, and takes no two pending ones
 * to one address. When the new one is refused, the old one is made again, so that its link works as before; when nobody
 * knows, or that cannot be done at once, the settling does it (see `mend.ts`).
 * @param database what the record is to be written through
 * @throws as of `invitations.revoke` and `invitations.create`; Problem `audit.unavailable`
 */
export async function replaceInvitation(
  portal: Portal,
  change: Change,
  database: Database,
  { old, inviterId, roles, expiresAt }: Replacement,
): Promise<Replaced> {
  const invitee = normalizeEmailAddress(old.invitee);
  const language = await languageOf(portal.database, old.id);
  const { organizationId, id: replaces } = old;
  const wanted = { organizationId, inviterId, invitee, roles, expiresAt, language, replaces };
  const attempt = {
    target: { type: 'invitation' as const, id: null, name: invitee },
    before: {
      invitationId: old.id,
      roles: old.organizationRoles.map(({ id, name }) => ({ id, name })),
      status: old.status,
      expiresAt: toDateTime(old.expiresAt),
    },
    after: { roles, status: 'Pending', expiresAt: expiresAt.toISOString() },
  };
  const send = async (): Promise<Replaced> => {
    if (old.status === 'Pending') await portal.api.invitations.revoke(old.id);
    try {
      return await mailedOrNot(portal, wanted);
    } catch (error) {
      if (old.status === 'Pending' && !mayHaveBeenDone(error)) await putBack(portal, change, old);
      throw error;
    }
  };
  return portal.record.change(change, attempt, send, {
    idOf: ({ invitation }) => invitation.id,
    database,
  });
}

/** @throws what leaves the change in doubt, so that it is looked after */
async function putBack(portal: Portal, change: Change, old: LogtoInvitation): Promise<void> {
  try {
    await restoreInvitation(portal, change, old);
  } catch (cause) {
    const message = `The invitation ${old.id} was revoked, and is not there again yet`;
    throw new ManagementApiError('upstream.failed', message, { cause });
  }
}

async function mailedOrNot(portal: Portal, wanted: Omit<NewInvitation, 'by'>): Promise<Replaced> {
  try {
    const invitation = await createInvitation(portal, { ...wanted, by: 'mail' }, portal.api);
    return { invitation, isMailed: true };
  } catch (error) {
    // Nothing has been created then.
    if (!isManagementApiError(error, 'email.not_configured')) throw error;
    const invitation = await createInvitation(portal, { ...wanted, by: 'link' }, portal.api);
    return { invitation, isMailed: false };
  }
}
