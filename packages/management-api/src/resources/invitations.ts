import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { isManagementApiError } from '../errors.ts';
import type { Reply } from '../exchange.ts';
import type { Call } from '../one-call.ts';
import { path } from '../path.ts';
import { parseBody, parseNothing, read, readInBatches } from '../read.ts';
import { LogtoInvitation } from '../schema/entities.ts';

const One = Compile(LogtoInvitation);
const List = Compile(Type.Array(LogtoInvitation));
const parseOne = (reply: Reply): LogtoInvitation => parseBody(One, reply);

/** What the e-mail template may use, beside what Logto adds: the organization and the inviter, unless it brings its own. */
export interface InvitationMessage {
  /** Where the message sends the invited person. */
  link: string;
  /** BCP 47; Logto picks the template by it. */
  locale: string;
  /** Objects take the place of those that Logto would add under the same name: `organization`, `inviter`. */
  [variable: string]: string | Record<string, string>;
}

export interface NewInvitation {
  organizationId: string;
  /** Null: nobody in particular. */
  inviterId: string | null;
  /** Lower case: the check for a pending duplicate minds the case (recorded). */
  invitee: string;
  roleIds: string[];
  expiresAt: Date;
  /** `false`: nothing is sent, and no e-mail connector is needed. */
  message: InvitationMessage | false;
}

const COLLECTION = path`/api/organization-invitations`;

export function invitations(caller: Caller) {
  const setStatus = async (id: string, body: object): Promise<LogtoInvitation> => {
    try {
      const route = path`/api/organization-invitations/${id}/status`;
      return await caller.write({ method: 'PUT', route, body }, parseOne);
    } catch (error) {
      // Accepted, revoked or expired in the meantime: 422 `request.invalid_input` (recording 05).
      if (isManagementApiError(error) && error.logtoCode === 'request.invalid_input') {
        throw error.as('invitation.not_pending');
      }
      throw error;
    }
  };

  return {
    /** All invitations of an organization; Logto never pages them (recorded). */
    ofOrganization: (organizationId: string): Promise<LogtoInvitation[]> =>
      read(caller, List, { route: COLLECTION, query: { organizationId }, lane: organizationId }),

    /** The same a batch at a time, for one that may have more than fit in memory. */
    inBatches: (organizationId: string): AsyncGenerator<LogtoInvitation[]> =>
      readInBatches(caller, One, { route: COLLECTION, query: { organizationId }, lane: organizationId }),

    /** All invitations to an address, in whatever case (recorded). */
    ofInvitee: (invitee: string): Promise<LogtoInvitation[]> =>
      read(caller, List, { route: COLLECTION, query: { invitee } }),

    /** @throws ManagementApiError `resource.not_found` */
    get: (id: string): Promise<LogtoInvitation> =>
      read(caller, One, { route: path`/api/organization-invitations/${id}` }),

    /**
     * Creates an invitation and sends its message, if it has one; without an e-mail connector neither happens.
     * @throws ManagementApiError `invitation.already_pending`, `invitee.already_member`, `role.not_assignable`,
     * `email.not_configured`, `email.not_sent`, `email.recipient_limited`, and those of every call
     */
    create: async (invitation: NewInvitation): Promise<LogtoInvitation> => {
      const { organizationId, inviterId, invitee, roleIds, expiresAt, message } = invitation;
      try {
        const body = {
          organizationId,
          inviterId,
          invitee,
          organizationRoleIds: roleIds,
          expiresAt: expiresAt.getTime(),
          messagePayload: message,
        };
        const sendsMail = message !== false;
        const call: Call = { method: 'POST', route: COLLECTION, body, lane: organizationId, sendsMail };
        return await caller.write(call, parseOne);
      } catch (error) {
        if (!isManagementApiError(error) || error.status !== 422) throw error;
        if (error.logtoCode === 'entity.unique_integrity_violation')
          throw error.as('invitation.already_pending');
        if (error.logtoCode === 'entity.relation_foreign_key_not_found')
          throw error.as('role.not_assignable');
        // An expiry in the past is a 400; what is left of this code at 422 is the member (recording 05).
        if (error.logtoCode === 'request.invalid_input') throw error.as('invitee.already_member');
        throw error;
      }
    },

    /** @throws ManagementApiError `email.not_configured`, `email.not_sent`, `email.recipient_limited` (10 messages in 10 minutes) */
    sendMessage: async (id: string, message: InvitationMessage): Promise<void> => {
      const route = path`/api/organization-invitations/${id}/message`;
      await caller.write({ method: 'POST', route, body: message, sendsMail: true }, parseNothing);
    },

    /** @throws ManagementApiError `invitation.not_pending` */
    revoke: (id: string): Promise<LogtoInvitation> => setStatus(id, { status: 'Revoked' }),

    /** Makes the user a member with the invitation's roles. @throws ManagementApiError `invitation.not_pending` */
    accept: (id: string, acceptedUserId: string): Promise<LogtoInvitation> =>
      setStatus(id, { status: 'Accepted', acceptedUserId }),

    /** @throws ManagementApiError `resource.not_found` */
    delete: async (id: string): Promise<void> => {
      const route = path`/api/organization-invitations/${id}`;
      await caller.write({ method: 'DELETE', route }, parseNothing);
    },
  };
}
