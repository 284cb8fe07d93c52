import type { QueuedInvitation } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import { inviter, inviterIds } from '../view/invitation.ts';
import { answersTo } from './answers.ts';
import type { Queued } from './queue.ts';

/** @returns a page of the queue as staff see it */
export async function showQueue(portal: Portal, page: Queued[]): Promise<QueuedInvitation[]> {
  const invitations = page.flatMap((one) => (one.kind === 'failed' ? [] : one.invitation));
  const [names, answers] = await Promise.all([
    portal.inviters.of(inviterIds(invitations)),
    answersTo(
      portal.database,
      invitations.map(({ id }) => id),
    ),
  ]);
  return page.map((one): QueuedInvitation => {
    if (one.kind === 'failed') return showUnsent(one);
    const { kind, invitation } = one;
    return {
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
    };
  });
}

function showUnsent({ row }: Extract<Queued, { kind: 'failed' }>): QueuedInvitation {
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
