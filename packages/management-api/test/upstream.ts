import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createManagementApi, type ManagementApiSettings } from '@org-portal/management-api';
import { onTestFinished } from 'vitest';

export type Handler = (request: IncomingMessage, reply: ServerResponse) => unknown;

interface Seen {
  method: string;
  path: string;
  authorization: string;
  headers: IncomingMessage['headers'];
  /** When, in milliseconds of `performance.now()`. */
  at: number;
}

const user = {
  id: 'u1',
  username: null,
  primaryEmail: 'ada@example.com',
  primaryPhone: null,
  createdAt: 0,
  name: 'Ada',
  avatar: null,
  lastSignInAt: null,
  isSuspended: false,
};

export const json = (reply: ServerResponse, status: number, body: unknown, headers = {}) =>
  reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** What works: the user for every read, nothing for every write. */
export const works: Handler = (request, reply) =>
  request.method === 'GET' ? json(reply, 200, user) : reply.writeHead(204).end();

interface Options extends Partial<ManagementApiSettings> {
  /** Answers the Management API. */
  api?: Handler;
  /** Answers the token endpoint. */
  token?: Handler;
}

/** A Logto that misbehaves as the test wants, and a client of it; the other options are the client's settings. */
export async function startUpstream({ api: answer = works, token, ...settings }: Options = {}) {
  const seen: Seen[] = [];
  let issued = 0;
  const server = createServer((request, reply) => {
    const { method = '', url = '', headers } = request;
    const at = performance.now();
    seen.push({ method, path: url, authorization: headers.authorization ?? '', headers, at });
    request.resume();
    if (url !== '/oidc/token') return answer(request, reply);
    if (token) return token(request, reply);
    issued += 1;
    return json(reply, 200, { access_token: `token-${issued}`, expires_in: 3600 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  /** One more client of the same Logto. */
  const connect = (more: Partial<ManagementApiSettings> = {}) => {
    const api = createManagementApi({
      endpoint,
      resource: 'https://default.logto.app/api',
      clientId: 'id:with colon',
      clientSecret: 'sécret+/',
      retry: { minTimeout: 1 },
      ...settings,
      ...more,
    });
    onTestFinished(() => api.close());
    return api;
  };
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    api: connect(),
    connect,
    seen,
    calls: (path: string) => seen.filter((one) => one.path.startsWith(path)),
    server,
  };
}
