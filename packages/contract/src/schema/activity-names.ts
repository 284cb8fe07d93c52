/** The closed list of what the record can tell. An action never changes its meaning. */
export const ACTIVITY_ACTIONS = [
  'member.roles.change',
  'member.remove',
  'organization.leave',
  'invitation.create',
  'invitation.resend',
  'invitation.renew',
  'invitation.change',
  'invitation.restore',
  'invitation.link',
  'invitation.revoke',
  'invitation.delete',
  'invitation.accept',
  'invitation.decline',
  'invitation.ask',
  'import.create',
  'import.pause',
  'import.continue',
  'import.cancel',
  'import.retry',
  'import.link',
  'review.create',
  'review.close',
  'review.cancel',
  'review.remove',
  'session.end_all',
  'person.suspend',
  'person.unsuspend',
  'person.sign_out',
] as const;
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];

/**
 * `attempted`: under way. `failed`: it was sent, and Logto did not do it. `refused`: the portal did not send it.
 * `unknown`: the portal ended between sending and answer.
 */
export const ACTIVITY_OUTCOMES = ['attempted', 'succeeded', 'failed', 'refused', 'unknown'] as const;
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

export const TARGET_TYPES = [
  'member',
  'invitation',
  'organization',
  'session',
  'review',
  'import',
  'person',
] as const;
export type TargetType = (typeof TARGET_TYPES)[number];
