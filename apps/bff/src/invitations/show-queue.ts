import type { ProblemCode, QueuedInvitation } from '@org-portal/contract';
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
  const refusalOf = ({ kind, organization, invitationId, roles }: Shown): ProblemCode | null => {
    const access = portal.access.of(person, organization.id, template);
    const known = roles.map(({ id }) => id).filter((id) => template.roles.has(id));
    if (!access || !isBelowCeiling(known, access)) return 'role.above_ceiling';
    // A message that failed is sent again as it is; all else makes an invitation.
    const isNew = kind !== 'failed' || invitationId === null;
    return isNew && roles.length === 0 && !access.mayInviteWithoutRole ? 'role.required' : null;
  };
  const withRefusal = (shown: Shown): QueuedInvitation => ({ ...shown, refusal: refusalOf(shown) });
  return page.map((one): QueuedInvitation => {
    if (one.kind === 'failed') return withRefusal(showUnsent(one));
    const { kind, invitation } = one;
    return withRefusal({
      id: invitation.id,
      kind,
      organization: invitation.organization,
      invitationId: invitation.id,
      invitee: invitation.invitee,
      roles: invitation.roles,
      inviter: inviter(invitation, names),
      time: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      askedAt: answers(invitation.id).askedAt?.toISOString() ?? null,
      problem: null,
    });
  });
}

type Shown = Omit<QueuedInvitation, 'refusal'>;

function showUnsent({ row }: Extract<Queued, { kind: 'failed' }>): Shown {
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
