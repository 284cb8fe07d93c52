import { setTimeout as wait } from 'node:timers/promises';
import fp from 'fastify-plugin';
import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import { earlierOutcome } from '../idempotency/earlier-outcome.ts';
import { KeptReplies, type KeptReply, type Wish } from '../idempotency/kept-replies.ts';
import { wishOf } from '../idempotency/wish.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';

/** Milliseconds that the second of two requests waits for the answer to the first, and between two looks. */
const PATIENCE = 5_000;
const PAUSE = 100;

/**
 * Makes a change once for each `Idempotency-Key` of a person (draft-ietf-httpapi-idempotency-key-header): who repeats a
 * request gets the answer of the first. A request that was refused may be repeated. One whose answer was lost in a crash
 * or in a fault of Logto is decided by the record.
 */
export const idempotency = fp<{ portal: Portal }>((app, { portal }, done) => {
  const { database, lease, settings } = portal;
  const replies = new KeptReplies({ database, lease, secrets: settings.sessionSecrets });
  app.decorateRequest('wish', null);

  // Callbacks, because a read, which has no key, waits for no promise here.
  app.addHook('preHandler', (request, reply, next) => {
    const wish = wishOf(request);
    if (!wish) return next();
    claimInTime(wish).then((earlier) => {
      if (earlier !== 'mine') return sendAgain(reply, earlier);
      request.wish = wish;
      next();
    }, next);
  });

  app.addHook('onSend', ({ wish, log }, reply, payload, next) => {
    if (!wish) return next(null, payload);
    void keepReply(wish, log, reply, payload).then(() => next(null, payload));
  });

  const keepReply = async (wish: Wish, log: FastifyBaseLogger, reply: FastifyReply, payload: unknown) => {
    const { statusCode: status } = reply;
    const contentType = reply.getHeader('content-type');
    const body = typeof payload === 'string' ? payload : null;
    try {
      if (status >= 400 && status < 500) await replies.giveUp(wish);
      else await replies.keep(wish, { status, contentType: contentType ? String(contentType) : null, body });
    } catch (err) {
      // The change is made. Whoever repeats it is told by the record.
      log.error({ err }, 'a reply could not be kept for its idempotency key');
    }
  };

  const claimInTime = async (wish: Wish): Promise<'mine' | KeptReply> => {
    const until = performance.now() + PATIENCE;
    for (;;) {
      const claim = await replies.claim(wish);
      if (claim.is === 'mine') return 'mine';
      if (claim.is === 'other') throw mismatch();
      if (claim.is === 'replied') {
        if (claim.reply) return claim.reply;
        throw alreadyDone();
      }
      if (claim.is === 'unanswered') {
        const outcome = await earlierOutcome(database, claim.requestId);
        if (outcome === 'nothing' && (await replies.takeOver(wish, claim.requestId))) return 'mine';
        if (outcome === 'done') throw alreadyDone();
        if (outcome === 'unknown') throw unknown();
      }
      if (performance.now() >= until) throw inProgress();
      await wait(PAUSE);
    }
  };
  done();
});

function sendAgain(reply: FastifyReply, { status, contentType, body }: KeptReply): void {
  reply.code(status).header('idempotency-replayed', 'true');
  if (contentType !== null) reply.type(contentType);
  void reply.serializer((text: unknown) => text as string).send(body ?? undefined);
}

const mismatch = () =>
  new Problem('idempotency.mismatch', 'This Idempotency-Key was used for another request. Use a new one.');
const inProgress = () =>
  new Problem(
    'idempotency.in_progress',
    'The same request is being worked on. Wait a moment for its answer.',
    {
      retryAfter: 2,
    },
  );
const alreadyDone = () =>
  new Problem('idempotency.already_done', 'This was done already. Only its answer was lost.');
const unknown = () =>
  new Problem(
    'idempotency.outcome_unknown',
    'The portal cannot tell whether this was done. Look before you try again.',
  );

declare module 'fastify' {
  interface FastifyRequest {
    /** The change that this request alone makes under its key. */
    wish: Wish | null;
  }
}
