import type { Language } from '@org-portal/contract';
import type { LogtoInvitation, ManagementApiCalls } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import { rememberDetails } from './details.ts';
import { namingRecipient } from './recipient-limit.ts';
import { invitationMessage, type MessageParts } from './message.ts';

/** What an invitation is made with. */
export interface CreationParts extends MessageParts {
  database: Database;
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}

export interface NewInvitation {
  organizationId: string;
  /** Null: nobody in particular. */
  inviterId: string | null;
  /** Lower case. */
  invitee: string;
  roles: { id: string; name: string }[];
  expiresAt: Date;
  language: Language;
  /** `link`: nothing is sent, the link is copied and handed over. */
  by: 'mail' | 'link';
  /** Id of the invitation that it is made in place of. */
  replaces?: string;
}

/**
 * Creates one invitation in Logto and has its message sent. Whoever calls it has put it on record.
 * @param api whose turn it is
 * @throws ManagementApiError as of `invitations.create`
 */
export async function createInvitation(
  parts: CreationParts,
  invitation: NewInvitation,
  api: Pick<ManagementApiCalls, 'invitations'>,
): Promise<LogtoInvitation> {
  const { organizationId, inviterId, invitee, roles, expiresAt, by } = invitation;
  const message = by === 'mail' && (await invitationMessage(parts, invitation));
  const roleIds = roles.map(({ id }) => id);
  const wanted = { organizationId, inviterId, invitee, roleIds, expiresAt, message };
  const created = await namingRecipient(invitee, api.invitations.create(wanted));
  await rememberDetails(parts, created.id, invitation);
  return created;
}
