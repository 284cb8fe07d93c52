import type { InvitationResult, ProblemCode } from '@org-portal/contract';

/** `sent`; `settled`: nothing is left to do for this address; `failed`: another try can succeed. */
export type Outcome = 'sent' | 'settled' | 'failed';

const SETTLED: readonly ProblemCode[] = ['invitee.already_member', 'invitation.already_pending'];

export function outcomeOf({ invitation, problem }: InvitationResult): Outcome {
  if (invitation) return 'sent';
  return problem && SETTLED.includes(problem.code) ? 'settled' : 'failed';
}

/** @returns how many addresses came to what */
export function countOutcomes(results: readonly InvitationResult[]): Record<Outcome, number> {
  const counts = { sent: 0, settled: 0, failed: 0 };
  for (const result of results) counts[outcomeOf(result)] += 1;
  return counts;
}
