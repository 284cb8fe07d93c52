import { createHash } from 'node:crypto';
import type { Access, ActivityAction, StaffRole, TargetType } from '@org-portal/contract';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../access/person.ts';
import { isId } from '../is-id.ts';
import type { Session } from '../sign-in/session-store.ts';

export interface Target {
  type: TargetType;
  /** None for what does not exist yet. */
  id: string | null;
  /** A name or an e-mail address, as it is now. */
  name: string | null;
}

/** A change that somebody asks for: who, where and why, before it is known whether it is allowed. */
export interface Change {
  action: ActivityAction;
  actor: { id: string; name: string | null; email: string | null; staffRole: StaffRole | null };
  /** A digest: tells sessions apart, opens none. */
  session: string;
  /** None until it is known that the actor may enter it: nobody writes into the record of a foreign organization. */
  organization: { id: string; name: string | null } | null;
  /** What the path names. */
  target: Target;
  reason: string | null;
  requestId: string;
  /** Whether a row exists already. */
  isRecorded: boolean;
}

/**
 * @param session or, of somebody who has none, what tells this request from others
 * @returns what there is to say before the organization is looked at
 */
export function changeOf(
  request: FastifyRequest,
  session: Pick<Session, 'id'>,
  action: ActivityAction,
): Change {
  const { person } = request;
  return {
    action,
    actor: { id: person.id, name: person.name, email: person.email, staffRole: null },
    session: createHash('sha256').update(session.id).digest('base64url').slice(0, 22),
    organization: null,
    target: targetOf(request.params as Record<string, string>, person),
    reason: null,
    requestId: request.id,
    isRecorded: false,
  };
}

/** @returns as which staff somebody acts; null for what they may do as a member */
export function actsAs({ isMember, isReasonRequired }: Access, { staffRoles }: Person): StaffRole | null {
  if (isReasonRequired) return 'support';
  return isMember ? null : (staffRoles[0] ?? null);
}

function targetOf(params: Record<string, string | undefined>, { id }: Person): Target {
  const { memberId, personId, invitationId, importId, reviewId, organizationId } = params;
  if (memberId !== undefined) return { type: 'member', id: possibleId(memberId), name: null };
  if (personId !== undefined) return { type: 'person', id: possibleId(personId), name: null };
  if (invitationId !== undefined) return { type: 'invitation', id: possibleId(invitationId), name: null };
  if (importId !== undefined) return { type: 'import', id: possibleId(importId), name: null };
  if (reviewId !== undefined) return { type: 'review', id: possibleId(reviewId), name: null };
  if (organizationId !== undefined)
    return { type: 'organization', id: possibleId(organizationId), name: null };
  return { type: 'session', id, name: null };
}

/** The path has not been validated yet, and what is no id must not fill the record. */
const possibleId = (text: string): string | null => (isId(text) ? text : null);
