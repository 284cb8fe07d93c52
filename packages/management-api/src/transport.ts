import { Agent } from 'undici';
import { AccessTokenSource } from './access-token.ts';
import { Budget, type Turn } from './budget/budget.ts';
import type { Ledger } from './budget/ledger.ts';
import { SharedLedger } from './budget/shared-ledger.ts';
import { SlidingLog } from './budget/sliding-log.ts';
import { exchange, LONGEST_IN_BATCHES, type Outgoing, type Reply } from './exchange.ts';
import { Flights } from './flights.ts';
import { resolveSettings, type BudgetState, type ManagementApiSettings, type Resolved } from './settings.ts';

/** What all calls share: connections, budget, token, and the reads under way. */
export class Transport {
  readonly settings: Resolved;
  readonly tokens: AccessTokenSource;
  readonly flights = new Flights();
  readonly #agent: Agent;
  readonly #budget: Budget;
  readonly #ledger: Ledger | undefined;
  #closing: Promise<void> | undefined;

  constructor(given: ManagementApiSettings) {
    const settings = resolveSettings(given);
    const { timeout, connections, budget } = settings;
    this.settings = settings;
    this.#agent = new Agent({
      connect: { timeout },
      maxResponseSize: LONGEST_IN_BATCHES,
      connections,
    });
    this.#ledger = this.#ledgerFor(settings);
    this.#budget = new Budget({
      ledger: this.#ledger,
      connections,
      queue: budget.queue,
      retryAfter: Math.ceil(budget.window / 1000),
    });
    this.tokens = new AccessTokenSource({
      credentials: given,
      onToken: given.onToken,
      post: (path, headers, body) => this.#postForToken({ path, headers, body }),
    });
  }

  /**
   * Sends a request when it is its turn. The budget counts it from then on, so `confirm` may take a moment.
   * @param prepare makes the request, once it is its turn; without one, the turn is given back
   * @param confirm asked before; when it throws, the turn is given back
   * @returns the reply, or undefined when there was no request
   */
  async send(
    turn: Turn,
    prepare: () => Outgoing | undefined,
    confirm?: () => Promise<void>,
  ): Promise<Reply | undefined> {
    const slot = await this.#budget.enter(turn);
    if (confirm) {
      try {
        await confirm();
      } catch (error) {
        slot.giveBack();
        throw error;
      }
    }
    const outgoing = prepare();
    if (!outgoing) {
      slot.giveBack();
      return undefined;
    }
    try {
      return await exchange(this.#agent, outgoing);
    } finally {
      slot.settle();
    }
  }

  get budgetState(): BudgetState {
    const { waiting } = this.#budget;
    if (this.#ledger instanceof SharedLedger) return { ...this.#ledger.state, waiting };
    const { limit } = this.settings.budget;
    return { sharing: this.#ledger ? 'own' : 'off', limit, instances: 1, waiting };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#budget.close();
    if (this.#ledger instanceof SharedLedger) await this.#ledger.close();
    await this.#agent.close();
  }

  /** Logto may count token requests like others, so they take their turn like others, before bulk work. */
  async #postForToken(request: Pick<Outgoing, 'path' | 'headers' | 'body'>): Promise<Reply> {
    const { origin, timeout, budget } = this.settings;
    const patience = budget.patience.people;
    const requestId = this.settings.requestId?.();
    const headers =
      requestId === undefined ? request.headers : { ...request.headers, 'x-request-id': requestId };
    const outgoing: Outgoing = { ...request, headers, method: 'POST', origin, timeout, time: timeout };
    const reply = await this.send({ priority: 'people', lane: 'token', patience }, () => outgoing);
    return reply as Reply;
  }

  #ledgerFor({ budget, deadline, mailTimeout, onBudget }: Resolved): Ledger | undefined {
    const { limit, window, redis, prefix } = budget;
    if (limit === 0) return undefined;
    if (!redis) return new SlidingLog({ limit, window });
    return new SharedLedger(
      { redis, prefix, budget: { limit, window }, longest: Math.max(deadline, mailTimeout) },
      (change) => onBudget?.({ ...change, waiting: this.#budget.waiting }),
    );
  }
}
