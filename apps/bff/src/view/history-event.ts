import type { ActivityAction, ActivityState, HistoryEvent, InvitationEvent } from '@org-portal/contract';
import type { ActivityRow } from '../record/activity-table.ts';

const EVENTS: Partial<Record<ActivityAction, HistoryEvent>> = {
  'invitation.create': 'sent',
  'invitation.resend': 'resent',
  'invitation.renew': 'renewed',
  'invitation.change': 'changed',
  'invitation.restore': 'restored',
  'invitation.link': 'copied',
  'invitation.ask': 'asked',
  'invitation.accept': 'accepted',
  'invitation.decline': 'declined',
  'invitation.revoke': 'revoked',
  'invitation.delete': 'deleted',
};

/** A row of the record as whoever sees the invitation may see it: without reason, request, session and ids. */
export function toHistoryEvent(row: ActivityRow): InvitationEvent | undefined {
  const event = EVENTS[row.action];
  if (event === undefined) return undefined;
  return {
    event,
    time: row.time.toISOString(),
    by: { name: row.actor_name ?? row.actor_email, staffRole: row.actor_staff_role },
    before: state(row.before),
    after: state(row.after),
    outcome: row.outcome === 'succeeded' ? 'done' : row.outcome === 'failed' ? 'failed' : 'unknown',
    problem: row.problem,
  };
}

const state = (told: ActivityState | null): ActivityState | null => {
  if (told === null) return null;
  const { roles, status, expiresAt } = told;
  return { ...(roles && { roles }), ...(status && { status }), ...(expiresAt && { expiresAt }) };
};
