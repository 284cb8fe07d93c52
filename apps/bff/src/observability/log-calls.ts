import type { CallReport } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';

/** What is no failure: nobody waits for an aborted call any more. */
const FINE = new Set<CallReport['outcome']>(['ok', 'not_modified', 'aborted']);
/** Where Logto, or the way to it, is at fault; whatever else it refuses is an answer. */
const FAULTS = /^(upstream\.|request\.rate_limited$|quota\.exceeded$|email\.)/;

/**
 * @returns what is to be told of each call, for the client's `onCall`: a failed one becomes a line, with the id of the
 * request and without any other, or a body
 */
export function logCalls(log: FastifyBaseLogger): (report: CallReport) => void {
  return ({ requestId, operation, outcome, status, attempts, waited, duration }) => {
    if (FINE.has(outcome)) return;
    log[FAULTS.test(outcome) ? 'warn' : 'debug'](
      {
        reqId: requestId,
        operation,
        outcome,
        status,
        attempts,
        waited: Math.round(waited),
        duration: Math.round(duration),
      },
      'a call of Logto failed',
    );
  };
}
