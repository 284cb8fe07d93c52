import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that Linux gives to outgoing connections: one of those may take a port between a check and its use. */
const LOWEST = 10_000;
const PER_WORKER = 2_000;
const first = LOWEST + (Number(process.env['VITEST_POOL_ID'] ?? 0) % 10) * PER_WORKER;
let turn = process.pid;

/**
 * For what must know its port before it starts. Each worker of the tests has a range of its own, so that two of them
 * never find the same one free. `get-port` is not used: it keeps ports apart within one process only.
 * @returns a TCP port on which nothing listens
 */
export async function freePort() {
  for (let tries = 0; tries < PER_WORKER; tries += 1) {
    turn += 1;
    const port = first + (turn % PER_WORKER);
    const server = createServer();
    const isFree = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error(`All ports from ${first} to ${first + PER_WORKER - 1} are in use.`);
}
