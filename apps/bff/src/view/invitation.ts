import type { Invitation, Language, ReceivedInvitation } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import { toDateTime } from './date-time.ts';

type InviterNames = ReadonlyMap<string, string | null>;

/** What Logto does not know; what is left out is not known. */
export interface KnownOfInvitation {
  language?: Language | undefined;
  isDeclined?: boolean;
  askedAt?: Date | null;
}

/** An invitation as members of the organization see it. */
export function toInvitation(
  invitation: LogtoInvitation,
  names: InviterNames,
  { language = 'en', isDeclined = false, askedAt = null }: KnownOfInvitation = {},
): Invitation {
  const { id, invitee, status, organizationRoles, createdAt, expiresAt } = invitation;
  return {
    id,
    invitee,
    status,
    roles: organizationRoles,
    inviter: inviter(invitation, names),
    createdAt: toDateTime(createdAt),
    expiresAt: toDateTime(expiresAt),
    language,
    declined: status === 'Revoked' && isDeclined,
    askedAt: askedAt && askedAt.toISOString(),
  };
}

/** An invitation as the invited person sees it. */
export function toReceivedInvitation(
  invitation: LogtoInvitation,
  organizationName: string,
  names: InviterNames,
): ReceivedInvitation {
  const { id, organizationId, organizationRoles, expiresAt } = invitation;
  return {
    id,
    organization: { id: organizationId, name: organizationName },
    roles: organizationRoles,
    inviter: inviter(invitation, names),
    expiresAt: toDateTime(expiresAt),
  };
}

/** Ids whose names are needed to show the invitations. */
export function inviterIds(invitations: Pick<LogtoInvitation, 'inviterId'>[]): string[] {
  return invitations.flatMap(({ inviterId }) => inviterId ?? []);
}

export function inviter(
  { inviterId }: Pick<LogtoInvitation, 'inviterId'>,
  names: InviterNames,
): Invitation['inviter'] {
  return inviterId === null ? null : { id: inviterId, name: names.get(inviterId) ?? null };
}
