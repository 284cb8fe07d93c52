import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import { errorCode } from './exchange.ts';
import { isManagementApiError, type ManagementApiError } from './errors.ts';

export interface RetrySettings {
  /** How often after the first attempt. */
  retries: number;
  /** Milliseconds before the first repetition; doubled each time, with jitter. */
  minTimeout: number;
  /** The longest `Retry-After`, in seconds, that is waited for; a longer one is the caller's business. */
  patience: number;
}

const TRANSIENT = new Set([429, 502, 503, 504]);

/**
 * Runs `attempt` again while that is safe: reads after a lost connection, 429, 502, 503 and 504; writes only when
 * it is certain that they did not arrive (nobody listened, or Logto refused to take them: 429).
 */
export function withRetry<Result>(
  isRead: boolean,
  settings: RetrySettings,
  signal: AbortSignal | undefined,
  attempt: () => Promise<Result>,
): Promise<Result> {
  return pRetry(attempt, {
    retries: settings.retries,
    minTimeout: settings.minTimeout,
    randomize: true,
    ...(signal ? { signal } : {}),
    shouldRetry: ({ error }) =>
      isManagementApiError(error) &&
      (error.retryAfter ?? 0) <= settings.patience &&
      (isRead ? isTransient(error) : neverArrived(error)),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const wait = isManagementApiError(error) ? (error.retryAfter ?? 0) : 0;
      if (wait > 0 && wait <= settings.patience && retriesLeft > 0) {
        await delay(wait * 1000, undefined, signal ? { signal } : {});
      }
    },
  });
}

function isTransient(error: ManagementApiError): boolean {
  if (error.status === undefined) return error.code === 'upstream.failed';
  return TRANSIENT.has(error.status);
}

function neverArrived(error: ManagementApiError): boolean {
  return error.status === undefined ? errorCode(error.cause) === 'ECONNREFUSED' : error.status === 429;
}
