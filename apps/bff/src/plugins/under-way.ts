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

/** The requests that are not answered in full yet, and whether the process is about to end. */
class UnderWay {
  readonly #replies = new Set<ServerResponse>();
  #isStopping = false;

  get count(): number {
    return this.#replies.size;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  add(reply: ServerResponse): void {
    this.#replies.add(reply);
    reply.once('close', () => this.#replies.delete(reply));
    if (this.#isStopping) reply.shouldKeepAlive = false;
  }

  /** From now on each reply says `Connection: close`, also that to a request which is under way. */
  stop(): void {
    this.#isStopping = true;
    for (const reply of this.#replies) reply.shouldKeepAlive = false;
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
  done();
});
