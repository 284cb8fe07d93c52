import type { Priority } from './budget/priority.ts';

/** On whose behalf calls are made. */
export interface CallOptions {
  /** Default: people. */
  priority?: Priority | undefined;
  /** Lanes take turns within a priority. Default: the organization that the call is about. */
  lane?: string | undefined;
  /** Milliseconds to wait for the budget, instead of the client's setting. */
  patience?: number | undefined;
  /** Ends the call, or the waiting for it; it then throws the signal's reason, or that a write was certainly not sent. */
  signal?: AbortSignal | undefined;
  /**
   * Asked when it is the call's turn, just before it is sent: waiting may take minutes, and permissions change meanwhile.
   * What it throws ends the call, which was not sent then.
   */
  confirm?: (() => Promise<void>) | undefined;
  /** Goes along as `X-Request-Id`, and into the report of the call. */
  requestId?: string | undefined;
}
