import { setMaxListeners } from 'node:events';
import type { CallOptions } from './call-options.ts';
import { isManagementApiError, ManagementApiError } from './errors.ts';
import type { Reply } from './exchange.ts';
import { freeze } from './freeze.ts';
import { OneCall, type Call } from './one-call.ts';
import type { Transport } from './transport.ts';

/** One read under the condition that it has changed, see if-changed.ts. */
export interface Condition {
  /** What the caller has. */
  readonly etag: string | undefined;
  /** @throws RangeError the second time: one ETag cannot stand for two reads */
  begin(): void;
  /** Told what there is. */
  found(etag: string | undefined): void;
}

/**
 * Logto answered 304; what it says beside the body, such as the total of a list, may have changed all the same. Thrown,
 * because there is nothing to give back; no Error, because nothing is wrong and its stack would cost a tenth of the call.
 */
export class NotModified {
  readonly reply: Reply;

  constructor(reply: Reply) {
    this.reply = reply;
  }
}

interface Found<Result> {
  result: Result;
  etag: string | undefined;
}

/** Makes calls on somebody's behalf: identical reads at the same time are one, and writes part them. */
export class Caller {
  readonly #transport: Transport;
  readonly #options: CallOptions;
  readonly #condition: Condition | undefined;

  constructor(transport: Transport, options: CallOptions = {}, condition?: Condition) {
    this.#transport = transport;
    this.#options = options;
    this.#condition = condition;
  }

  with(options: CallOptions): Caller {
    // One signal may well stand for a thousand calls.
    if (options.signal) setMaxListeners(0, options.signal);
    return new Caller(this.#transport, { ...this.#options, ...options }, this.#condition);
  }

  under(condition: Condition): Caller {
    return new Caller(this.#transport, this.#options, condition);
  }

  /**
   * GET. The result is frozen, because others may have been given the same one.
   * @throws ManagementApiError for anything but a reply of 2xx that `parse` takes
   * @throws NotModified under a condition
   */
  async read<Result>(call: Omit<Call, 'method'>, parse: (reply: Reply) => Result): Promise<Result> {
    const condition = this.#condition;
    condition?.begin();
    const { priority = 'people', signal } = this.#options;
    const key = JSON.stringify([priority, call.route.path, call.query, condition?.etag]);
    const { result, etag } = await this.#transport.flights.join<Found<Result>>(key, signal, (departure) =>
      new OneCall(
        this.#transport,
        { ...call, method: 'GET', etag: condition?.etag },
        { ...this.#options, signal: departure.signal },
      ).run(
        (reply) => {
          if (reply.status === 304) throw new NotModified(reply);
          return { result: freeze(parse(reply)), etag: etagOf(reply) };
        },
        () => (departure.isSent = true),
      ),
    );
    condition?.found(etag);
    return result;
  }

  /**
   * GET of what is too long to be kept as a whole: shared with nobody, not frozen, under no condition.
   * @throws ManagementApiError as of `read`
   */
  readAlone<Result>(call: Omit<Call, 'method'>, parse: (reply: Reply) => Result): Promise<Result> {
    return new OneCall(this.#transport, { ...call, method: 'GET' }, this.#options).run(parse);
  }

  /**
   * Anything but GET.
   * @throws ManagementApiError for anything but a reply of 2xx that `parse` takes; and when it was ended before it was
   * sent, since whoever made it must know that nothing was done
   */
  async write<Result>(call: Call, parse: (reply: Reply) => Result): Promise<Result> {
    const { flights } = this.#transport;
    let isSent = false;
    flights.markWrite();
    try {
      return await new OneCall(this.#transport, call, this.#options).run(parse, () => (isSent = true));
    } catch (error) {
      if (isSent || !this.#options.signal?.aborted || isManagementApiError(error)) throw error;
      const message = `${call.method} ${call.route.path}: ended before it was sent`;
      throw new ManagementApiError('upstream.failed', message, { cause: error, wasSent: false });
    } finally {
      flights.markWrite();
    }
  }
}

function etagOf({ headers: { etag } }: Reply): string | undefined {
  return typeof etag === 'string' ? etag : undefined;
}
