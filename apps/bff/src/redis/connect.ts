import { Redis } from 'ioredis';

/** Milliseconds that a command may take, and a connection; somebody is waiting for a page. */
const PATIENCE = 2_000;
/** Milliseconds between two attempts to connect again, at the most. */
const RETRY = 1_000;

/**
 * Connects to Redis, and again by itself whenever the connection was lost. Without a connection a command fails at
 * once instead of waiting for one; so a Redis that is not there yet is no reason not to start.
 * @returns once the connection stands, or the first attempt has failed
 */
export async function connectRedis(url: URL): Promise<Redis> {
  const redis = new Redis(url.href, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE,
    connectTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
    retryStrategy: (times) => Math.min(100 * times, RETRY),
    // A primary that has become a replica: the name leads to another one by now.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
  // Whatever command fails for it says so; without a listener each attempt would be printed.
  redis.on('error', () => undefined);
  await redis.connect().catch(() => undefined);
  return redis;
}
