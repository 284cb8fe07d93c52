import { randomBytes } from 'node:crypto';
import type { Language } from '@org-portal/contract';
import type { InvitationMessage, LogtoInvitation } from '@org-portal/management-api';
import type { InviterNames } from '../access/inviter-names.ts';
import type { OrganizationSource } from '../access/organization-source.ts';
import type { Database } from '../database/database.ts';
import type { Settings } from '../settings/settings.ts';
import { languageOf } from './details.ts';
import { joinLink } from './link.ts';
import { plainName } from './plain-name.ts';

/** What a message is made with. */
export interface MessageParts {
  settings: Settings;
  organizations: OrganizationSource;
  inviters: InviterNames;
}

export interface Invited {
  organizationId: string;
  /** Null: nobody in particular. */
  inviterId: string | null;
  invitee: string;
  expiresAt: Date;
  roles: readonly { name: string }[];
  language: Language;
}

/** Bytes of a message's id. */
const MESSAGE_ID = 9;

/**
 * @returns what the e-mail template may use. Logto would add organization and inviter with the names that people chose,
 * and templates take them as they are, so the message brings its own
 */
export async function invitationMessage(
  { settings, organizations, inviters }: MessageParts,
  { organizationId, inviterId, invitee, expiresAt, roles, language }: Invited,
): Promise<InvitationMessage> {
  const organization = await organizations.get(organizationId);
  const inviterName = inviterId === null ? null : (await inviters.of([inviterId])).get(inviterId);
  const message = randomBytes(MESSAGE_ID).toString('base64url');
  return {
    link: joinLink(settings, {
      organizationId,
      invitee,
      expiresAt: expiresAt.getTime(),
      via: 'mail',
      message,
    }),
    locale: language,
    uiLocales: language,
    roles: new Intl.ListFormat(language).format(roles.map(({ name }) => name)),
    // In UTC, and says so: nobody knows the invited person's time zone.
    validUntil: new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'long',
      timeZone: 'UTC',
    }).format(expiresAt),
    organizationLogo: organization?.branding?.logoUrl ?? '',
    ...(organization && { organization: { id: organizationId, name: plainName(organization.name) } }),
    ...(inviterId !== null && { inviter: { id: inviterId, name: plainName(inviterName ?? '') } }),
  };
}

/** @returns the message of an invitation that was sent before, in the language of then */
export async function messageAgain(
  portal: MessageParts & { database: Database },
  invitation: LogtoInvitation,
): Promise<InvitationMessage> {
  return invitationMessage(portal, {
    organizationId: invitation.organizationId,
    inviterId: invitation.inviterId,
    invitee: invitation.invitee,
    expiresAt: new Date(invitation.expiresAt),
    roles: invitation.organizationRoles,
    language: await languageOf(portal.database, invitation.id),
  });
}
