import type { RemovalState, SuspensionCheckState } from '@org-portal/contract';
import type { CallReport, ManagementApi, TokenRenewal } from '@org-portal/management-api';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Backlog } from '../background/backlog.ts';
import type { SessionStore } from '../sign-in/session-store.ts';

/** Seconds; a page is expected in the first ones, and Logto's deadline is the last but one. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60];
/** Seconds; people wait for 5 at the most, bulk work for 600. */
const WAITS = [0.001, 0.01, 0.1, 0.25, 0.5, 1, 2.5, 5, 30, 120, 600];
const SHARING = ['off', 'own', 'shared', 'alone', 'returning'] as const;

/** How one unit of background work may end: a row of an import, a line of a removal, an organization of a snapshot, a suspension or the index of invitations. */
interface JobOutcomes {
  import: 'sent' | 'failed';
  removal: Exclude<RemovalState, 'waiting'>;
  snapshot: 'read' | 'gone';
  'invitation-index': 'read' | 'gone' | 'failed';
  suspension: Exclude<SuspensionCheckState, 'waiting'>;
}

/** Told whether a cache had what it was asked for. */
export type CacheObserver = (isHit: boolean) => void;

/**
 * What is counted, for one instance. Labels are routes, operations, codes and fixed words: never an id, never an address.
 * docs/metrics.md is made from it.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = this.#histogram(
    'portal_request_duration_seconds',
    'Requests to the portal, by route pattern; `none` where no route fits',
    ['method', 'route', 'status'],
    DURATIONS,
  );
  readonly #calls = this.#histogram(
    'portal_upstream_call_duration_seconds',
    'Calls of Logto’s Management API from their beginning to their end, repetitions and waiting included; `outcome` is `ok`, `not_modified`, `aborted` or a problem code',
    ['operation', 'outcome'],
    DURATIONS,
  );
  readonly #attempts = this.#counter(
    'portal_upstream_requests_total',
    'Requests sent for these calls, each repetition one',
    ['operation'],
  );
  readonly #waits = this.#histogram(
    'portal_budget_wait_seconds',
    'What calls waited for the budget, however they ended',
    ['priority'],
    WAITS,
  );
  readonly #renewals = this.#counter(
    'portal_token_renewals_total',
    'Requests for a token of the Management API; `outcome` is `renewed` or a problem code',
    ['outcome'],
  );
  readonly #caches = this.#counter(
    'portal_cache_reads_total',
    'Reads of what is kept for a short time; `result` is `hit` or `miss`',
    ['cache', 'result'],
  );
  readonly #begun = this.#counter('portal_sessions_begun_total', 'Sign-ins that became a session');
  readonly #ended = this.#counter(
    'portal_sessions_ended_total',
    'Sessions that people ended: `here`, or with all their others `everywhere`; not those that ran out',
    ['where'],
  );

  readonly #jobRows = this.#counter(
    'portal_jobs_rows_total',
    'What this instance has brought to an end in the background: rows of imports (`outcome` is `sent` or `failed`), lines of removals (`removed`, `gone`, `refused`, `failed`), organizations of snapshots (`read`, `gone`) and of the index of invitations (`read`, `gone`, `failed`), organizations of people who were suspended (`kept`: has another admin; `left`: has none; `gone`)',
    ['job', 'outcome'],
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** To be told of a request that was answered, or given up. */
  request(method: string, route: string, status: number, milliseconds: number): void {
    this.#requests.observe({ method, route, status }, milliseconds / 1000);
  }

  /** For the client's `onCall`. */
  call({ operation, outcome, duration, waited, attempts, priority }: CallReport): void {
    this.#calls.observe({ operation, outcome }, duration / 1000);
    if (attempts > 0) this.#attempts.inc({ operation }, attempts);
    this.#waits.observe({ priority }, waited / 1000);
  }

  /** For the client's `onToken`. */
  token({ outcome }: TokenRenewal): void {
    this.#renewals.inc({ outcome });
  }

  /** @returns what a cache is to tell of its reads */
  cache(cache: 'template' | 'person' | 'organization' | 'inviter'): CacheObserver {
    const hit = { cache, result: 'hit' };
    const miss = { cache, result: 'miss' };
    return (isHit) => this.#caches.inc(isHit ? hit : miss);
  }

  /** To be told of background work that has come to an end. */
  jobRows<Job extends keyof JobOutcomes>(job: Job, outcome: JobOutcomes[Job], rows = 1): void {
    this.#jobRows.inc({ job, outcome }, rows);
  }

  sessionBegun(): void {
    this.#begun.inc();
  }

  sessionEnded(where: 'here' | 'everywhere'): void {
    this.#ended.inc({ where });
  }

  /** Adds what is looked at when the metrics are asked for. */
  watch(api: Pick<ManagementApi, 'budgetState'>, sessions: Pick<SessionStore, 'kept'>): void {
    this.#gauge('portal_budget_waiting', 'Calls that wait for the budget', ['priority'], (gauge) => {
      const { people, bulk } = api.budgetState().waiting;
      gauge.set({ priority: 'people' }, people);
      gauge.set({ priority: 'bulk' }, bulk);
    });
    this.#gauge(
      'portal_budget_sharing',
      'How the budget is shared, 1 for what it is now: `off` (there is none), `own`, `shared`, `alone` (Redis is gone), `returning`',
      ['state'],
      (gauge) => {
        const { sharing } = api.budgetState();
        for (const state of SHARING) gauge.set({ state }, state === sharing ? 1 : 0);
      },
    );
    this.#gauge('portal_sessions', 'Sessions kept in this process; always 0 with Redis', [], (gauge) => {
      const kept = sessions.kept();
      if (kept === undefined) gauge.reset();
      else gauge.set(kept);
    });
  }

  /** Adds what is left to do in the background, which all instances share. @param look tells nothing where nobody can tell */
  watchJobs(look: () => Promise<Backlog[]>): void {
    this.#gauge(
      'portal_jobs_rows',
      'What is still to be done in the background, in the database that all instances share: rows of imports (`state` is `waiting` or `sending`), lines of removals (`waiting`), organizations of snapshots (`waiting`, `reading`) and of the index of invitations that are due to be read (`waiting`), organizations of people who were suspended (`waiting` to be checked; `left` without an admin)',
      ['job', 'state'],
      async (gauge) => {
        const backlog = await look();
        gauge.reset();
        for (const { job, state, rows } of backlog) gauge.set({ job, state }, rows);
      },
    );
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[], buckets: number[]) {
    return new Histogram<Label>({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[] = []) {
    return new Counter<Label>({ name, help, labelNames, registers: [this.registry] });
  }

  #gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    look: (gauge: Gauge<Label>) => void | Promise<void>,
  ) {
    const collect = function (this: Gauge<Label>) {
      return look(this);
    };
    return new Gauge<Label>({ name, help, labelNames, registers: [this.registry], collect });
  }
}
