import { randomBytes } from 'node:crypto';
import type { Calls } from '../http/calls.ts';
import { m2mApplication } from '../seed/applications.ts';
import type { Store } from '../store/store.ts';
import type { Mailer, MailTrouble } from '../outbox/mailer.ts';
import type { Fault } from './fault.ts';
import type { Faults } from './faults.ts';
import type { M2mTokens } from './m2m-tokens.ts';

/** Above how many rows a total is only a lower bound, in every list; none as long as it is Infinity. */
interface Totals {
  cap: number;
}

interface Controlled {
  readonly store: Store;
  readonly faults: Faults;
  readonly tokens: M2mTokens;
  readonly totals: Totals;
  readonly calls: Calls;
  readonly mailer: Mailer;
  readonly reseed: () => Promise<void>;
}

/** What tests and demos may do to the embedded Logto that nobody can do to a real one. */
export class Controls {
  readonly #of: Controlled;

  constructor(controlled: Controlled) {
    this.#of = controlled;
  }

  /** How often each operation was called; a request that a fault answers counts too. */
  get calls(): Calls {
    return this.#of.calls;
  }

  /**
   * Makes the next `times` answers of a path go wrong. `path` is `GET /api/organizations/{id}/users` or, for any
   * method, `/api/organizations/{id}/users`; `{name}` is any segment, `*` any text.
   */
  fail(path: string, fault: Fault, times = 1): void {
    this.#of.faults.plan(path, fault, times);
  }

  /** The faults that are still to come. */
  faults(): ReturnType<Faults['left']> {
    return this.#of.faults.left();
  }

  clearFaults(): void {
    this.#of.faults.clear();
  }

  /** What the mail server behind the e-mail connector does from now on; `undefined` ends it. */
  failMail(trouble: MailTrouble | undefined): void {
    this.#of.mailer.trouble = trouble;
  }

  /** Every M2M access token so far is refused with 401, as one past its time is. */
  expireM2mTokens(): void {
    this.#of.tokens.expireAll();
  }

  /** Gives `portal-m2m` another secret, and answers it; the old one is wrong from now on. */
  rotateM2mSecret(secret = randomBytes(16).toString('hex')): string {
    const { applications } = this.#of.store;
    const row = applications.get(m2mApplication.id);
    if (!row) throw new Error(`the application ${m2mApplication.id} was deleted; reset first`);
    applications.update(row, { secret });
    return secret;
  }

  /** Lists of more than `cap` rows have a capped total, without last and next; `undefined` ends it. */
  capTotals(cap: number | undefined): void {
    this.#of.totals.cap = cap ?? Infinity;
  }

  /** All as after the start: data, secret, sessions, outbox, counters; no faults, no cap. */
  reset(): Promise<void> {
    return this.#of.reseed();
  }
}
