import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import fp from 'fastify-plugin';

declare module 'fastify' {
  interface FastifyInstance {
    underWay: UnderWay;
  }
}

/** Milliseconds between two looks whether all have been answered. */
const PAUSE = 20;

/** How many requests are not answered in full yet, and whether the process is about to end. */
class UnderWay {
  #count = 0;
  #isStopping = false;
  /** Whether each reply says `Connection: close`, also that to a request which is under way. */
  endsConnections = false;

  get count(): number {
    return this.#count;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  add(reply: ServerResponse): void {
    this.#count += 1;
    reply.once('close', () => (this.#count -= 1));
  }

  /** From now on the process is about to end. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Returns once all have been answered. */
  async end(): Promise<void> {
    while (this.count > 0) await wait(PAUSE);
  }
}

/** Keeps count of the requests that are under way, as `app.underWay`. */
export const underWay = fp((app, _options, done) => {
  app.decorate('underWay', new UnderWay());
  app.addHook('onRequest', (_request, reply, next) => {
    app.underWay.add(reply.raw);
    next();
  });
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (app.underWay.endsConnections) reply.raw.shouldKeepAlive = false;
    next();
  });
  done();
});
