import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port on which nothing listens, for what must know its port before it starts. */
export async function freePort() {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
