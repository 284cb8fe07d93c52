import { connect } from 'node:net';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { demo } from '@org-portal/dev-logto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from './authority/actors.ts';
import { calls } from './authority/call.ts';
import { usual } from './authority/cells.ts';
import { nameOf, rows } from './authority/expectations.ts';
import { World } from './authority/world.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';
import { startRecorder, unwritten } from './harness/upstream-recorder.ts';

const recorder = await startRecorder();
const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: recorder.origin }, { members: 40 });
recorder.target = portal.logto.origin;
const client = new RawClient(portal.origin);
const world = new World(portal);
let requests = 0;
afterAll(() =>
  console.log(`Header allow-list: ${requests} requests, ${recorder.sent.length} calls upstream looked at`),
);

const MARK = 'smuggled';
/** What a browser, a proxy or an attacker may send along. `origin` and `cookie` are the session's own. */
const smuggled: Record<string, string | string[]> = {
  authorization: `Bearer ${MARK}`,
  'proxy-authorization': `Basic ${MARK}`,
  accept: `text/${MARK}`,
  'accept-language': `${MARK};q=0.5`,
  'accept-encoding': MARK,
  'user-agent': MARK,
  referer: `https://${MARK}.example/`,
  from: `${MARK}@example.com`,
  'if-none-match': `"${MARK}"`,
  'if-match': '*',
  'if-modified-since': 'Wed, 21 Oct 2026 07:28:00 GMT',
  range: 'bytes=0-1',
  'cache-control': `${MARK}=1`,
  pragma: MARK,
  te: 'trailers',
  via: `1.1 ${MARK}`,
  forwarded: `for=${MARK};host=${MARK};proto=https`,
  'x-forwarded-for': [`${MARK}`, '10.0.0.1'],
  'x-forwarded-host': `${MARK}.example`,
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '1',
  'x-forwarded-prefix': `/${MARK}`,
  'x-real-ip': MARK,
  'x-original-url': `/api/users/${MARK}`,
  'x-rewrite-url': `/api/users/${MARK}`,
  'x-host': `${MARK}.example`,
  'x-http-method-override': 'DELETE',
  'x-method-override': 'DELETE',
  'x-http-method': 'DELETE',
  'x-request-id': MARK,
  'x-correlation-id': MARK,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  tracestate: `${MARK}=1`,
  baggage: `${MARK}=1`,
  b3: MARK,
  dnt: '1',
  'sec-ch-ua': MARK,
  'sec-fetch-mode': MARK,
  priority: 'u=1',
  'upgrade-insecure-requests': '1',
  [MARK]: MARK,
  __proto__x: MARK,
};

// Attack: a header that Logto, or a proxy in front of it, acts upon goes along with the portal's own token.
describe('nothing that a browser sends reaches Logto unless it is written out', () => {
  it.each(
    rows.filter(({ url }) => !/webhooks|assets|favicon/.test(url)).map((row) => [nameOf(row), row] as const),
  )('%s', async (_name, row) => {
    const outside: string[] = [];
    const watch = (message: unknown) => {
      const { request } = message as { request: { origin: string; path: string; headers: string[] } };
      if (String(request.origin) === portal.logto.origin)
        outside.push(JSON.stringify([request.path, request.headers]));
    };
    const actor = actorFor(row);
    const cookie = `${await world.cookie(actor)}; ${MARK}=${MARK}; __proto__=${MARK}`;
    const [call] = await calls(world, row, actor, usual(row));
    const before = recorder.sent.length;
    subscribe('undici:request:create', watch);
    for (const query of ['', `${MARK}=${MARK}`, `__proto__=${MARK}&page=1&page=2`]) {
      const path = query ? `${call!.path}${call!.path.includes('?') ? '&' : '?'}${query}` : call!.path;
      const type = call!.headers?.['content-type'];
      const headers = {
        ...smuggled,
        ...call!.headers,
        ...(type ? { 'content-type': `application/json; charset=utf-8; ${MARK}=${MARK}` } : {}),
        cookie,
        origin: portal.origin,
      };
      const reply = await client.send({ ...call!, path, headers });
      requests += 1;
      if (query === '') expect(reply.status).toBe(row.status);
      expect(JSON.stringify(reply.headers)).not.toContain(MARK);
      if (row.spends === 'membership' || row.invitation === 'mine') await world.restore(actor);
    }
    unsubscribe('undici:request:create', watch);
    for (const sent of recorder.sent.slice(before)) {
      expect(unwritten(sent)).toEqual([]);
      expect(JSON.stringify(sent)).not.toMatch(/smuggled|portal-session|traceparent/);
    }
    expect(outside.join('\n')).not.toMatch(/smuggled|portal-session|traceparent|x-forwarded/);
    if (row.spends === 'session') world.signOut(actor);
  });
});

function actorFor({ needs }: (typeof rows)[number]): Actor {
  if (typeof needs === 'object' && 'right' in needs)
    return needs.right === 'change' ? 'ops who changes' : 'support who suspends';
  if (typeof needs === 'object' && 'staff' in needs) return needs.staff[0] ?? 'ops';
  return needs === 'the link of the invited person' ? 'anonymous' : 'owner';
}

/** Sends bytes. @returns the status lines that came back */
const bytes = (text: string) =>
  new Promise<string[]>((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(new URL(portal.origin).port), '127.0.0.1', () => socket.end(text));
    socket.on('data', (data) => (reply += String(data)));
    socket.on('error', reject);
    socket.on('close', () => resolve(reply.match(/^HTTP\/1\.1 \d+/gm) ?? []));
  });

// Attack: two servers in a row disagree on where a request ends, and what is hidden in the first one is the second.
describe('a request whose end is not clear', () => {
  const target = `/api/organizations/${demo.organizations.halden}/leave`;
  const hidden = `DELETE /api/organizations/${demo.organizations.halden}/members/${demo.users.viewer} HTTP/1.1\r\nHost: x\r\n\r\n`;
  it.each([
    ['has two lengths', `Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
    ['has a length and chunks', `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['has chunks by another name', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['has chunks twice', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
    ['folds a header', `X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n`],
    ['ends lines with LF alone', `X-A: b\nTransfer-Encoding: chunked\n\n`],
    ['has a space before the colon', `Content-Length : 5\r\n\r\nhello`],
    ['has a NUL in a header', `X-A: b\0c\r\n\r\n`],
    ['has a signed length', `Content-Length: +5\r\n\r\nhello`],
  ])('%s: it is refused, and what is hidden in it is not read', async (_name, rest) => {
    const cookie = await world.cookie('owner');
    const before = recorder.sent.length;
    const [first, ...more] = await bytes(
      `POST ${target} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nOrigin: ${portal.origin}\r\n${rest}`,
    );
    requests += 1;
    expect(first).toBe('HTTP/1.1 400');
    expect(more).toEqual([]);
    // Work in the background goes on meanwhile; none of it changes a member of this organization.
    const ofOrganization = recorder.sent
      .slice(before)
      .filter(({ method, url }) => method !== 'GET' && url.includes(demo.organizations.halden));
    expect(ofOrganization).toEqual([]);
  });
});
