import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterwards } from './afterwards.ts';

export interface SentUpstream {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Milliseconds, of `performance`. */
  time: number;
}

export interface UpstreamRecorder {
  /** For LOGTO_MANAGEMENT_ENDPOINT. */
  origin: string;
  /** Where it passes on to; to be set before the first request. */
  target: string;
  /** What came, as it came. */
  sent: SentUpstream[];
}

/**
 * Stands between the portal and Logto's Management API, and writes down what the portal sends.
 * @param change what it makes of the body of a reply, which waits for that
 */
export async function startRecorder(
  change: (body: string, asked: SentUpstream) => string | Promise<string> = (body) => body,
): Promise<UpstreamRecorder> {
  const recorder: UpstreamRecorder = { origin: '', target: '', sent: [] };
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const time = performance.now();
    const body = Buffer.concat(await incoming.toArray());
    const asked = { method, url, headers, body: body.toString(), time };
    recorder.sent.push(asked);
    const passedOn = request(recorder.target + url, { method, headers }, async (reply) => {
      const text = Buffer.concat(await reply.toArray()).toString();
      const headers = Object.entries(reply.headers).filter(
        ([name]) => !/^(content-length|transfer-)/.test(name),
      );
      outgoing.writeHead(reply.statusCode ?? 502, Object.fromEntries(headers));
      outgoing.end(await change(text, asked));
    });
    passedOn.on('error', () => outgoing.destroy()).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => void server.close());
  recorder.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return recorder;
}

/** What the portal may ask of the Management API; ids are of letters, digits, `_` and `-` alone. */
const ID = '[A-Za-z0-9_-]{1,64}';
const PATHS = [
  '/oidc/token',
  '/api/organization-roles',
  '/api/organization-scopes',
  '/api/organizations',
  `/api/organizations/${ID}`,
  `/api/organizations/${ID}/users`,
  `/api/organizations/${ID}/users/${ID}`,
  `/api/organizations/${ID}/users/${ID}/roles`,
  '/api/users',
  `/api/users/${ID}`,
  `/api/users/${ID}/is-suspended`,
  `/api/users/${ID}/organizations`,
  `/api/users/${ID}/roles`,
  `/api/users/${ID}/sessions`,
  `/api/users/${ID}/sessions/${ID}`,
  `/api/users/${ID}/grants`,
  `/api/users/${ID}/grants/${ID}`,
  '/api/roles',
  `/api/roles/${ID}/users`,
  '/api/connectors',
  '/api/resources',
  '/api/organization-invitations',
  `/api/organization-invitations/${ID}`,
  `/api/organization-invitations/${ID}/(message|status)`,
  '/api/one-time-tokens',
].map((path) => new RegExp(`^${path}$`));

const HEADERS = new Set([
  'host',
  'connection',
  'authorization',
  'accept',
  'content-type',
  'content-length',
  'x-request-id',
]);
const QUERY = new Set([
  ...[
    'page',
    'page_size',
    'q',
    'organizationRoleId',
    'organizationId',
    'invitee',
    'joint',
    'isCaseSensitive',
    'includeScopes',
    'revokeGrantsTarget',
  ],
  ...['id', 'name', 'username', 'primaryEmail', 'primaryPhone'].flatMap((field) => [
    `search.${field}`,
    `mode.${field}`,
  ]),
]);

/** @returns what the portal sent that is not written out in it */
export function unwritten({ method, url, headers }: SentUpstream): string[] {
  const { pathname, searchParams } = new URL(url, 'http://logto.invalid');
  const [path = ''] = url.split('?', 1);
  return [
    ...(path === pathname && PATHS.some((known) => known.test(path)) ? [] : [`${method} ${url}`]),
    ...Object.keys(headers).filter((name) => !HEADERS.has(name)),
    ...[...searchParams.keys()].filter((name) => !QUERY.has(name)),
    ...(/^(Bearer|Basic) [\w.=+/-]+$/.test(headers.authorization ?? '') ? [] : ['another authorization']),
    ...(headers.accept === undefined || headers.accept === 'application/json' ? [] : ['another accept']),
  ];
}
