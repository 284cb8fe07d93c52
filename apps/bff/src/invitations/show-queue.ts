import type { QueuedInvitation } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import type { Person } from '../access/person.ts';
import { isBelowCeiling } from '../rules/role-ceiling.ts';
import { inviter, inviterIds } from '../view/invitation.ts';
import { answersTo } from './answers.ts';
import type { Queued } from './queue.ts';

/** @returns a page of the queue as this member of staff sees it */
export async function showQueue(portal: Portal, person: Person, page: Queued[]): Promise<QueuedInvitation[]> {
  const invitations = page.flatMap((one) => (one.kind === 'failed' ? [] : one.invitation));
  const [names, answers] = await Promise.all([
    portal.inviters.of(inviterIds(invitations)),
    answersTo(
      portal.database,
      invitations.map(({ id }) => id),
    ),
  ]);
  const template = await portal.template.get(person.roleIds);
  const isAboveCeiling = (organizationId: string, roles: { id: string }[]) => {
    const access = portal.access.of(person, organizationId, template);
    const known = roles.map(({ id }) => id).filter((id) => template.roles.has(id));
    return !access || !isBelowCeiling(known, access);
  };
  return page.map((one): QueuedInvitation => {
    if (one.kind === 'failed') {
      const shown = showUnsent(one);
      return { ...shown, isAboveCeiling: isAboveCeiling(shown.organization.id, shown.roles) };
    }
    const { kind, invitation } = one;
    return {
      id: invitation.id,
      kind,
      organization: invitation.organization,
      invitationId: invitation.id,
      invitee: invitation.invitee,
      roles: invitation.roles,
      isAboveCeiling: isAboveCeiling(invitation.organization.id, invitation.roles),
      inviter: inviter(invitation, names),
      time: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      askedAt: answers(invitation.id).askedAt?.toISOString() ?? null,
      problem: null,
    };
  });
}

function showUnsent({ row }: Extract<Queued, { kind: 'failed' }>): Omit<QueuedInvitation, 'isAboveCeiling'> {
  const { before, after } = row;
  return {
    id: row.id,
    kind: 'failed',
    organization: { id: row.organization_id ?? '', name: row.organization_name },
    invitationId: row.target_id ?? before?.invitationId ?? null,
    invitee: row.target_name ?? '',
    roles: after?.roles ?? before?.roles ?? [],
    inviter: { id: row.actor_id, name: row.actor_name },
    time: row.time.toISOString(),
    expiresAt: after?.expiresAt ?? before?.expiresAt ?? null,
    askedAt: null,
    problem: row.problem,
  };
}
