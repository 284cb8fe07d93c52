import {
  isManagementApiError,
  type LogtoInvitation,
  type ManagementApi,
  type ManagementApiCalls,
} from '@org-portal/management-api';
import { mayHaveBeenDone } from '../record/activity-record.ts';

/** To be told of what the portal itself changes. None of these may reject. */
export interface Notes {
  /** It was made or has another status. */
  changed(invitation: LogtoInvitation): Promise<void>;
  deleted(invitationId: string): Promise<void>;
  /** Nobody knows, or Logto says otherwise than the index. */
  doubtful(of: { organizationId: string } | { invitationId: string }): Promise<void>;
}

/**
 * @returns the same client, which notes each invitation that is made, changed or deleted by it. So the index stays
 * current whoever does it: a person, an import, or the settling after a crash
 */
export function noting(api: ManagementApi, notes: Notes): ManagementApi {
  return { ...api, ...notingCalls(api, notes) };
}

function notingCalls(calls: ManagementApiCalls, notes: Notes): ManagementApiCalls {
  const { invitations } = calls;
  const changing = async (
    of: Parameters<Notes['doubtful']>[0],
    send: () => Promise<LogtoInvitation>,
  ): Promise<LogtoInvitation> => {
    try {
      const invitation = await send();
      await notes.changed(invitation);
      return invitation;
    } catch (error) {
      if (isTelling(error)) await notes.doubtful(of);
      throw error;
    }
  };
  return {
    ...calls,
    invitations: {
      ...invitations,
      create: (wanted) =>
        changing({ organizationId: wanted.organizationId }, () => invitations.create(wanted)),
      revoke: (id) => changing({ invitationId: id }, () => invitations.revoke(id)),
      accept: (id, userId) => changing({ invitationId: id }, () => invitations.accept(id, userId)),
      delete: async (id) => {
        try {
          await invitations.delete(id);
          await notes.deleted(id);
        } catch (error) {
          if (isTelling(error)) await notes.doubtful({ invitationId: id });
          throw error;
        }
      },
    },
    with: (options) => notingCalls(calls.with(options), notes),
  };
}

/** Refusals that show that somebody else changed it, and failures after which nobody knows. */
function isTelling(error: unknown): boolean {
  if (mayHaveBeenDone(error)) return true;
  return (
    isManagementApiError(error, 'invitation.not_pending') ||
    isManagementApiError(error, 'invitation.already_pending') ||
    isManagementApiError(error, 'resource.not_found')
  );
}
