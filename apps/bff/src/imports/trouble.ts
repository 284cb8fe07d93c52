import type { ProblemCode } from '@org-portal/contract';
import { isManagementApiError } from '@org-portal/management-api';
import { toProblem } from '../problem/to-problem.ts';

/** What keeps all other rows of the import from being sent too. */
const OF_ALL: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['email.not_configured', 'quota.exceeded']);

export const isOfAll = (code: ProblemCode): boolean => OF_ALL.has(code);

/** What concerns the address of one row, and passes: that row waits, all others go on. */
const OF_ONE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['email.not_sent', 'email.recipient_limited']);

export const isOfOneRow = (code: ProblemCode): boolean => OF_ONE.has(code);

/** @returns whether the invitation was certainly not made, however it ended */
export function isCertainlyNot(error: unknown): boolean {
  if (!isManagementApiError(error)) return false;
  return !error.wasSent || error.code === 'request.rate_limited' || error.code === 'upstream.misconfigured';
}

/** @returns milliseconds for which Logto asked to be left alone */
export const askedRest = (error: unknown): number => (toProblem(error).retryAfter ?? 0) * 1_000;

/** Milliseconds that a row rests after its nth try in vain. */
export const restAfter = (tries: number): number => Math.min(300_000, 2_500 * 2 ** tries);

/** Tries in vain after which a row has failed; Logto being away altogether is none. */
export const MOST_TRIES = 5;
