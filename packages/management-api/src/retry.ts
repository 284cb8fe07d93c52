import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import { isManagementApiError, type ManagementApiError } from './errors.ts';

export interface RetrySettings {
  /** How often after the first attempt. */
  retries: number;
  /** Milliseconds before the first repetition; doubled each time, with jitter. */
  minTimeout: number;
  /** The longest `Retry-After`, in seconds, that is waited for; a longer one is the caller's business. */
  patience: number;
}

export interface Repetition {
  isRead: boolean;
  settings: RetrySettings;
  /** @returns milliseconds that are left of the whole call's time */
  timeLeft: () => number;
  signal?: AbortSignal | undefined;
}

const TRANSIENT = new Set([429, 502, 503, 504]);

/**
 * Runs `attempt` again while that is safe and there is time: reads after a lost connection, 429, 502, 503 and 504;
 * writes only when they were certainly never sent.
 */
export async function withRetry<Result>(
  repetition: Repetition,
  attempt: () => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    return await retried(repetition, error, attempt);
  }
}

/** Asked only after a failure: what goes well at once, as nearly everything, does not pay for it. */
function retried<Result>(
  { isRead, settings, timeLeft, signal }: Repetition,
  failure: unknown,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const { retries, minTimeout, patience } = settings;
  const attempts = (number: number) => (number === 1 ? Promise.reject(failure as Error) : attempt());
  return pRetry(attempts, {
    retries,
    minTimeout,
    randomize: true,
    ...(signal ? { signal } : {}),
    shouldRetry: async ({ error, attemptNumber }) => {
      if (!isManagementApiError(error) || !isTransient(error)) return false;
      if (!isRead && error.wasSent) return false;
      const wait = error.retryAfter ?? 0;
      const longestBackoff = 2 * minTimeout * 2 ** (attemptNumber - 1);
      if (wait > patience || wait * 1000 + longestBackoff >= timeLeft()) return false;
      if (wait > 0) await delay(wait * 1000, undefined, signal ? { signal } : {});
      return true;
    },
  });
}

function isTransient(error: ManagementApiError): boolean {
  // It lasts 10 minutes.
  if (error.code === 'email.recipient_limited') return false;
  if (error.status !== undefined) return TRANSIENT.has(error.status);
  return error.code === 'upstream.failed';
}
