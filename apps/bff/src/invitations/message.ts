import { randomBytes } from 'node:crypto';
import type { Language } from '@org-portal/contract';
import type { InvitationMessage, LogtoInvitation } from '@org-portal/management-api';
import type { OrganizationSource } from '../access/organization-source.ts';
import type { Database } from '../database/database.ts';
import type { Settings } from '../settings/settings.ts';
import { languageOf } from './details.ts';
import { joinLink } from './link.ts';

/** What a message is made with. */
export interface MessageParts {
  settings: Settings;
  organizations: OrganizationSource;
}

export interface Invited {
  organizationId: string;
  invitee: string;
  expiresAt: Date;
  roles: readonly { name: string }[];
  language: Language;
}

/** Bytes of a message's id. */
const MESSAGE_ID = 9;

/** @returns what the e-mail template may use; organization and inviter are added by Logto */
export async function invitationMessage(
  { settings, organizations }: MessageParts,
  { organizationId, invitee, expiresAt, roles, language }: Invited,
): Promise<InvitationMessage> {
  const organization = await organizations.get(organizationId);
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
  };
}

/** @returns the message of an invitation that was sent before, in the language of then */
export async function messageAgain(
  portal: MessageParts & { database: Database },
  invitation: LogtoInvitation,
): Promise<InvitationMessage> {
  return invitationMessage(portal, {
    organizationId: invitation.organizationId,
    invitee: invitation.invitee,
    expiresAt: new Date(invitation.expiresAt),
    roles: invitation.organizationRoles,
    language: await languageOf(portal.database, invitation.id),
  });
}
