import type { Invitation } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { inviterIds, toInvitation, type KnownOfInvitation } from '../view/invitation.ts';
import { answersTo } from './answers.ts';
import { languagesOf } from './details.ts';

/** @returns the invitations as people of the organization see them, with what the portal alone knows of them */
export async function showInvitations(
  portal: Pick<Portal, 'inviters' | 'database' | 'log'>,
  invitations: LogtoInvitation[],
): Promise<Invitation[]> {
  const [names, known] = await Promise.all([
    portal.inviters.of(inviterIds(invitations)),
    knownOf(portal, invitations),
  ]);
  return invitations.map((invitation) => toInvitation(invitation, names, known(invitation.id)));
}

export async function showInvitation(
  portal: Pick<Portal, 'inviters' | 'database' | 'log'>,
  invitation: LogtoInvitation,
): Promise<Invitation> {
  const [shown] = await showInvitations(portal, [invitation]);
  return shown as Invitation;
}

/** Where it cannot be read, the invitations are shown without it. */
async function knownOf(
  { database, log }: Pick<Portal, 'database' | 'log'>,
  invitations: LogtoInvitation[],
): Promise<(id: string) => KnownOfInvitation> {
  const ids = invitations.map(({ id }) => id);
  try {
    const [answers, languages] = await Promise.all([answersTo(database, ids), languagesOf(database, ids)]);
    return (id) => ({ ...answers(id), language: languages.get(id) });
  } catch (err) {
    log.warn({ err }, 'invitations are shown without what the portal knows of them');
    return () => ({});
  }
}
