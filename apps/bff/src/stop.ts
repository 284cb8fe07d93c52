import { once } from 'node:events';
import { Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** In milliseconds. */
export interface StopTimes {
  /** How long requests are still taken, while `/readyz` says that no more shall be sent. */
  delay: number;
  /** How long what is under way may take after that. */
  patience: number;
}

/** How long kept connections stay open before and after the listener is closed: who sends on one then is answered. */
const LINGER = 1_000;

/**
 * Ends the app without losing a request: says so in `/readyz`, takes no more connections, answers what comes on those
 * that are open, and closes database and Redis after the last answer.
 * @returns whether all that was under way ended in time; if not, only the end of the process is left
 */
export async function stop(app: FastifyInstance, { delay, patience }: StopTimes): Promise<boolean> {
  const { underWay, log } = app;
  log.info({ underWay: underWay.count }, 'stopping');
  underWay.stop();
  if (delay > 0) await turnAway(app, delay);
  const isInTime = await Promise.race([end(app), wait(patience, false)]);
  if (isInTime) log.info('stopped');
  else log.error({ cut: underWay.count }, `stopped after ${patience} ms: ${underWay.count} requests are cut`);
  return isInTime;
}

/**
 * Ends connections, so that their clients go elsewhere, but none shortly before the listener is closed: what a client
 * would open here in its place just then is reset.
 */
async function turnAway({ underWay }: FastifyInstance, delay: number): Promise<void> {
  const calm = Math.min(delay, LINGER);
  underWay.endsConnections = true;
  await wait(delay - calm);
  underWay.endsConnections = false;
  await wait(calm);
}

async function end(app: FastifyInstance): Promise<true> {
  const { server, underWay } = app;
  const isOver = once(server, 'close');
  underWay.endsConnections = true;
  // Not the http server's own close(), which also resets kept connections at once, whatever is about to come on them.
  Server.prototype.close.call(server);
  await Promise.race([isOver, wait(LINGER)]);
  do {
    await underWay.end();
    server.closeIdleConnections();
  } while (underWay.count > 0);
  server.closeAllConnections();
  await app.close();
  return true;
}
