import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demo } from '@org-portal/dev-logto';
import { afterAll, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: unknown }[];
  status: { code: number };
}

const SERVER = 2;
const CLIENT = 3;
const { halden } = demo.organizations;
const members = `/api/organizations/${halden}/members`;

const bodies: string[] = [];
let isGone = false;
const collector = createServer(async (request, reply) => {
  if (isGone) return void request.socket.destroy();
  bodies.push(`${request.url} ${Buffer.concat(await request.toArray()).toString()}`);
  reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});
await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
afterAll(() => void collector.close());
const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
const portal = await startPortal({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });

const spans = (): Span[] =>
  bodies.flatMap((body) => {
    const { resourceSpans } = JSON.parse(body.slice(body.indexOf('{')));
    return resourceSpans.flatMap((one: { scopeSpans: { spans: Span[] }[] }) =>
      one.scopeSpans.flatMap((scope) => scope.spans),
    );
  });
const valueOf = (span: Span, key: string) =>
  Object.values(span.attributes.find((one) => one.key === key)?.value ?? {})[0];
/** The trace of a request, once it was delivered. */
const traceOf = (reply: Response) =>
  vi.waitFor(() => {
    const id = reply.headers.get('x-request-id');
    const server = spans().find((span) => valueOf(span, 'portal.request_id') === id);
    if (!server) throw new Error('not delivered');
    return { server, children: spans().filter(({ parentSpanId }) => parentSpanId === server.spanId) };
  }, 5_000);

it('a members page is one trace: the request, and below it the calls of Logto', async () => {
  const browser = await portal.signIn(demo.users.admin);
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  const reply = await browser.call('GET', `${members}?q=herrera`, undefined, { traceparent });
  const { server, children } = await traceOf(reply);
  expect(server).toMatchObject({ name: 'GET /api/organizations/:organizationId/members', kind: SERVER });
  expect(valueOf(server, 'http.response.status_code')).toBe(200);
  // Attack: a stranger's traceparent puts spans into a trace of theirs, or has everything sampled.
  expect(server.traceId).not.toBe('a'.repeat(32));
  expect(server.parentSpanId ?? '').toBe('');
  expect(children.map(({ name }) => name)).toContain('GET /api/organizations/{id}/users');
  for (const child of children) {
    expect(child).toMatchObject({ kind: CLIENT, traceId: server.traceId });
    expect(valueOf(child, 'logto.outcome')).toBe('ok');
  }
});

it('a call that failed says how', async () => {
  const browser = await portal.signIn(demo.users.admin);
  portal.logto.controls.fail('GET /api/organizations/{id}/users', { kind: 'status', status: 500 });
  const reply = await browser.get(members);
  expect(reply.status).toBe(502);
  const { server, children } = await traceOf(reply);
  expect(server.status.code).toBe(2);
  const failed = children.find(({ name }) => name === 'GET /api/organizations/{id}/users');
  expect(failed && [valueOf(failed, 'logto.outcome'), failed.status.code]).toEqual(['upstream.failed', 2]);
});

// Attack: who reads the traces learns whom people look for, who they are, and what lets them in.
it('holds no query, no id of a person or organization, no secret', async () => {
  const browser = await portal.signIn(demo.users.owner);
  await traceOf(await browser.get(`${members}/${demo.users.viewer}`));
  const text = bodies.join('\n');
  expect(text).toMatch(/^\/v1\/traces /);
  const cookie = decodeURIComponent((await browser.sessionCookie()) ?? '');
  for (const word of ['herrera', halden, demo.users.viewer, demo.users.owner, 'Bearer', 'code=', cookie]) {
    expect(text).not.toContain(word);
  }
});

it('a collector that is gone slows nothing down', async () => {
  isGone = true;
  const browser = await portal.signIn(demo.users.admin);
  for (let round = 0; round < 5; round += 1) expect((await browser.get(members)).status).toBe(200);
});
