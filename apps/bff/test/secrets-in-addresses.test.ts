import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demo } from '@org-portal/dev-logto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { World } from './authority/world.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';
import { collectRoutes } from './harness/registered-routes.ts';

const webRoot = await mkdtemp(join(tmpdir(), 'portal-web-'));
await mkdir(join(webRoot, 'assets'));
await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Org Portal</title>');
afterAll(() => rm(webRoot, { recursive: true }));

const spans: string[] = [];
const collector = createServer(async (request, reply) => {
  spans.push(Buffer.concat(await request.toArray()).toString());
  reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});
await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
afterAll(() => void collector.close());

const metricsPort = await freePort();
const registered = collectRoutes();
const portal = await startPortal(
  {
    METRICS_PORT: String(metricsPort),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  },
  { webRoot, members: 40 },
);
const routes = [...registered];
const world = new World(portal);
const client = new RawClient(portal.origin);

/** In the shape of an invitation's token. Each is planted once, so that the place it leaks from can be told. */
const planted = new Map<string, string>();
const mark = (where: string) => {
  const token = `MARKED${randomBytes(100).toString('base64url')}`;
  planted.set(token, where);
  return token;
};
const REASON = encodeURIComponent('ticket 4711, by phone');
const actors = ['anonymous', 'owner', 'support', 'ops'] as const;

async function send(actor: (typeof actors)[number], method: string, path: string, body?: string) {
  const cookie = actor === 'anonymous' ? undefined : await world.cookie(actor);
  const type = path.startsWith('/auth/') ? 'application/x-www-form-urlencoded' : 'application/json';
  return client.send({
    method,
    path,
    body,
    headers: {
      origin: portal.origin,
      accept: 'text/html',
      'portal-reason': REASON,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': type }),
    },
  });
}

// Attack: whoever reads the portal's log, traces, metrics or record signs in as the invited person, with the token that
// an address carried.
describe('a secret in an address is written down nowhere', () => {
  it('on any route, for anybody, by any method, also where no route fits', { timeout: 120_000 }, async () => {
    for (const { method, url } of routes) {
      if (method === 'OPTIONS' || method === 'HEAD') continue;
      for (const actor of actors) {
        const where = `${actor} ${method} ${url}`;
        const query = `?token=${mark(`${where} (query)`)}&q=${mark(`${where} (q)`)}`;
        await send(
          actor,
          method,
          url.replace(/:\w+|\*/g, () => mark(where)),
        );
        if (!url.includes(':')) await send(actor, method, url + query);
        const first = url.replace(/:organizationId/, demo.organizations.halden);
        if (/sign-out$|end-all$/.test(url)) world.signOut(actor as 'owner');
        if (first !== url) await send(actor, method, first.replace(/:\w+/g, () => mark(where)) + query);
      }
    }
    const lost = ['/join/', '/join', '/api/join/', '/auth/join/', '/nothing/', '/%zz', '/assets/', '//'];
    for (const path of lost)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PROPFIND'])
        await send('anonymous', method, path + mark(`${method} ${path}`));
    for (const path of ['/api/join', '/api/join/decline', '/api/join/ask'])
      await send('owner', 'POST', path, JSON.stringify({ token: mark(`body of ${path}`) }));
    await send('owner', 'POST', '/api/join', JSON.stringify({ [mark('name in a body')]: 1 }));
    await send('owner', 'POST', '/api/join', `{"token":"${mark('a body that is cut')}`);
    for (const value of [mark('form'), `${mark('form that is too large')}${'x'.repeat(5000)}`])
      await send('anonymous', 'POST', '/auth/join', `token=${value}`);
    expect(planted.size).toBeGreaterThan(1_000);

    await send('ops', 'GET', '/healthz');
    const [log, metrics, record] = [
      portal.log(),
      await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(),
      (await send('ops', 'GET', '/api/activity/export?format=csv')).text,
    ];
    await vi.waitFor(() => expect(spans.join('')).toContain('GET /healthz'), 5_000);
    expect(log).toContain('"route":"/api/join"');
    expect(record.split('\n').length).toBeGreaterThan(20);
    for (const [name, text] of Object.entries({ log, metrics, record, spans: spans.join('\n') })) {
      const found = new Set(text.match(/MARKED[\w-]{40,}/g));
      expect([name, [...found].map((token) => planted.get(token) ?? token)]).toEqual([name, []]);
    }
  });

  it('a real link, followed to the end, is in no address and in no line', async () => {
    const token = await world.joinToken('pending');
    const browser = portal.visitor();
    await browser.visit(`/join#${token}`);
    await browser.call('POST', '/api/join', { token });
    const leaving = await browser.step('/auth/join', {
      method: 'POST',
      headers: { origin: portal.origin },
      body: new URLSearchParams({ token }),
    });
    await browser.call('POST', '/api/join/decline', { token });
    expect(leaving.headers.get('location')).not.toContain(token);
    expect(portal.log()).not.toContain(token);
  });
});
