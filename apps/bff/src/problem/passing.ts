import type { ProblemCode } from '@org-portal/contract';

const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'upstream.failed',
  'upstream.timeout',
  'upstream.unexpected_response',
  'upstream.misconfigured',
  'request.rate_limited',
  'audit.unavailable',
  'internal.error',
]);

/** @returns whether it is no fault of what was asked for: the same may well work later */
export const isPassing = (code: ProblemCode): boolean => PASSING.has(code);
