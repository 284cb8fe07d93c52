import type { Credentials, TokenRenewal } from './access-token.ts';
import type { Sharing } from './budget/shared-ledger.ts';
import type { RedisClient } from './budget/redis-log.ts';
import type { Priority } from './budget/priority.ts';
import type { CallReport } from './call-report.ts';
import type { RetrySettings } from './retry.ts';

export interface ManagementApiSettings extends Credentials {
  /** Milliseconds to wait for a connection, and for each part of a reply. Default: 10,000. */
  timeout?: number;
  /** Milliseconds for a whole call with its repetitions; waiting for the budget does not count. Default: 20,000. */
  deadline?: number;
  /**
   * Milliseconds for a call that has Logto send an e-mail. Logto answers after the mail server has, and gives up on one
   * that hangs after 30 s (recording mail-trouble): earlier nobody knows whether the message went out. Default: 3.5 times `timeout`.
   */
  mailTimeout?: number;
  retry?: Partial<RetrySettings>;
  /** Requests under way at once. Default: 64. */
  connections?: number;
  budget?: BudgetOptions;
  /** Asked, as each call begins, for the request on whose behalf it is made, unless `with` was told. */
  requestId?: () => string | undefined;
  /** Told of each call that has ended. Must not throw; the same goes for the others. */
  onCall?: (report: CallReport) => void;
  /** Told of each token request. */
  onToken?: (renewal: TokenRenewal) => void;
  /** Told when the budget begins or ceases to be shared. */
  onBudget?: (state: BudgetState) => void;
}

export interface BudgetOptions {
  /** Requests in any window; 0: as many as there are connections. Default: 200 for Logto Cloud, else 0. */
  limit?: number | undefined;
  /** Milliseconds. Default: 10,000. */
  window?: number;
  /** Of each priority, how many calls may wait; half of them in one lane. Default: 20,000. */
  queue?: number;
  /** Milliseconds that a call waits for its turn. Defaults: 5,000 for people, 600,000 for bulk work. */
  patience?: Partial<Record<Priority, number>>;
  /** With it, all instances on the same Redis keep to one budget. */
  redis?: RedisClient | undefined;
  /** Of the keys in Redis. Default: one for each endpoint. */
  prefix?: string;
}

export interface BudgetState {
  /** `off`: there is no limit. `own`: this process has it for itself. For the others see Sharing. */
  sharing: Sharing | 'own' | 'off';
  /** Requests in a window that this process may send; 0: no limit. */
  limit: number;
  /** Processes that share the budget, as far as is known. */
  instances: number;
  /** Calls that wait. */
  waiting: Record<Priority, number>;
  /** Why Redis cannot be used. */
  cause?: unknown;
}

export interface Resolved {
  origin: string;
  timeout: number;
  deadline: number;
  mailTimeout: number;
  connections: number;
  retry: RetrySettings;
  budget: ResolvedBudget;
  requestId: ManagementApiSettings['requestId'];
  onCall: ManagementApiSettings['onCall'];
  onBudget: ManagementApiSettings['onBudget'];
}

interface ResolvedBudget {
  limit: number;
  window: number;
  queue: number;
  patience: Record<Priority, number>;
  prefix: string;
  redis: RedisClient | undefined;
}

/** What Logto Cloud asks for, in ten seconds. */
const CLOUD_LIMIT = 200;

/** Fills in the defaults. */
export function resolveSettings(given: ManagementApiSettings): Resolved {
  const { endpoint, budget, requestId, onCall, onBudget, timeout = 10_000 } = given;
  return {
    origin: endpoint.origin,
    timeout,
    mailTimeout: given.mailTimeout ?? 3.5 * timeout,
    deadline: given.deadline ?? 20_000,
    connections: given.connections ?? 64,
    retry: { retries: 2, minTimeout: 100, patience: 5, ...given.retry },
    budget: {
      limit: budget?.limit ?? (endpoint.hostname.endsWith('.logto.app') ? CLOUD_LIMIT : 0),
      window: budget?.window ?? 10_000,
      queue: budget?.queue ?? 20_000,
      patience: { people: 5_000, bulk: 600_000, ...budget?.patience },
      prefix: budget?.prefix ?? `logto-budget:${endpoint.host}`,
      redis: budget?.redis,
    },
    requestId,
    onCall,
    onBudget,
  };
}
