import { createServer } from 'node:http';

/**
 * Stands in for Logto where only its counting matters: gives a token, and a user for every id.
 * @template T
 * @param {(counter: { origin: URL, tokens: () => number, times: number[] }) => Promise<T>} work `times`: when each request
 *   came, in milliseconds
 */
export async function withCounter(work) {
  let tokens = 0;
  /** @type {number[]} */
  const times = [];
  const server = createServer(async (request, reply) => {
    times.push(performance.now());
    reply.setHeader('content-type', 'application/json');
    if (request.url !== '/oidc/token') return void reply.end(JSON.stringify(user(request.url ?? '')));
    tokens += 1;
    await request.toArray();
    reply.end(JSON.stringify({ access_token: `token-${tokens}`, expires_in: 3600, token_type: 'Bearer' }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  try {
    const origin = new URL(`http://127.0.0.1:${address.port}`);
    return await work({ origin, tokens: () => tokens, times });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What is settled for every client of it. @param {URL} endpoint */
export const credentials = (endpoint) => ({
  endpoint,
  resource: 'https://default.logto.app/api',
  clientId: 'bench',
  clientSecret: 'bench',
});

/** @param {string} url */
const user = (url) => ({
  id: url.split('/').at(-1),
  name: 'Ada Lovelace',
  username: null,
  primaryEmail: 'ada@example.com',
  primaryPhone: null,
  avatar: null,
  isSuspended: false,
  lastSignInAt: null,
  createdAt: 0,
});
