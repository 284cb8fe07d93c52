import type { InvitationResult } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import { problemCodeWords } from '../../../problems/problem-words.ts';
import { outcomeOf } from './outcome.ts';

export interface ResultWords {
  /** In a word. */
  outcome: string;
  /** Why no invitation was sent. */
  reason?: string;
}

/** Says what came of one address. */
export function resultWords(result: InvitationResult, t: TFunction): ResultWords {
  const outcome = t(`invitations.outcomes.${outcomeOf(result)}`);
  return result.problem ? { outcome, reason: problemCodeWords(result.problem.code, t) } : { outcome };
}
