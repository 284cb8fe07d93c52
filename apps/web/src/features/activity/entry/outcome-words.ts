import type { ActivityEntry, ProblemCode } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import { problemCodeWords } from '../../../problems/problem-words.ts';

/** Problems whose usual words speak to the person who has them; here others read of it, later. */
const OWN_WORDS = [
  'permission.missing',
  'role.above_ceiling',
  'role.not_assignable',
  'role.required',
  'member.last_admin',
  'invitation.not_pending',
  'invitation.already_pending',
  'invitee.already_member',
  'invitee.invalid',
  'email.not_configured',
  'reason.required',
  'quota.exceeded',
  'resource.not_found',
  'request.invalid',
  'request.malformed',
  'request.cross_site',
  'audit.unavailable',
  'upstream.failed',
  'upstream.timeout',
  'upstream.unexpected_response',
  'upstream.misconfigured',
  'internal.error',
] as const satisfies ProblemCode[];

/** @returns why it came to this, or what that means; undefined for what went as it should */
export function outcomeWords({ outcome, problem }: ActivityEntry, t: TFunction): string | undefined {
  if (outcome === 'succeeded') return undefined;
  if (outcome === 'attempted') return t('activity.underWayHint');
  const reason = problem === null ? undefined : reasonWords(problem, t);
  if (outcome !== 'unknown') return reason;
  return reason ? t('activity.unknownBecause', { reason }) : t('activity.unknownHint');
}

function reasonWords(problem: ProblemCode, t: TFunction): string {
  const own = OWN_WORDS.find((code) => code === problem);
  return own ? t(`activity.problems.${own}`) : problemCodeWords(problem, t);
}
