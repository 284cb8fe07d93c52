import type { Invitation, InvitationStatus } from '../store/entities.ts';

/** `Expired` is computed on reading: a pending invitation past its expiry (recording 05). */
export function statusOf({ status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>): InvitationStatus {
  return status === 'Pending' && expiresAt < Date.now() ? 'Expired' : status;
}
