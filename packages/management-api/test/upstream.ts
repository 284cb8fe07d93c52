import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createManagementApi } from '@org-portal/management-api';
import { onTestFinished } from 'vitest';

export type Handler = (request: IncomingMessage, reply: ServerResponse) => unknown;

interface Seen {
  method: string;
  path: string;
  authorization: string;
}

const user = {
  id: 'u1',
  username: null,
  primaryEmail: 'ada@example.com',
  name: 'Ada',
  avatar: null,
  lastSignInAt: null,
  isSuspended: false,
};

export const json = (reply: ServerResponse, status: number, body: unknown, headers = {}) =>
  reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A Logto that misbehaves as the test wants: `api` answers the Management API, `token` the token endpoint; `timeout` is the client's patience. */
export async function startUpstream(handlers: { api?: Handler; token?: Handler; timeout?: number } = {}) {
  const seen: Seen[] = [];
  let issued = 0;
  const server = createServer((request, reply) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, path: url, authorization: headers.authorization ?? '' });
    request.resume();
    if (url === '/oidc/token') {
      if (handlers.token) return handlers.token(request, reply);
      issued += 1;
      return json(reply, 200, { access_token: `token-${issued}`, expires_in: 3600 });
    }
    return handlers.api ? handlers.api(request, reply) : json(reply, 200, user);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const api = createManagementApi({
    endpoint,
    resource: 'https://default.logto.app/api',
    clientId: 'id:with colon',
    clientSecret: 'sécret+/',
    timeout: handlers.timeout ?? 30_000,
    retry: { minTimeout: 1 },
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await api.close();
  });
  return { api, seen, calls: (path: string) => seen.filter((one) => one.path.startsWith(path)), server };
}
