import type { Priority } from './budget/priority.ts';
import type { UpstreamCode } from './errors.ts';

/** What became of a call, for metrics and logs. It holds no ids, no bodies and no token. */
export interface CallReport {
  /** Method and path without ids, such as `GET /api/users/{id}`. */
  operation: string;
  outcome: 'ok' | 'not_modified' | 'aborted' | UpstreamCode;
  /** Logto's last one; none when there was no reply. */
  status: number | undefined;
  /** Milliseconds from the call to its end. */
  duration: number;
  /** Milliseconds of these that it waited for the budget. */
  waited: number;
  /** Requests sent; 0 when it waited in vain. */
  attempts: number;
  priority: Priority;
  /** Of `with`, or of the client's setting. */
  requestId: string | undefined;
}
