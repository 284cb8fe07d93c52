import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demo } from '@org-portal/dev-logto';
import { afterAll, describe, expect, it } from 'vitest';
import { actors } from './authority/actors.ts';
import { nameOf, rows } from './authority/expectations.ts';
import { changesAskedOf, tally, walk } from './authority/walk.ts';
import { places, World } from './authority/world.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';
import { collectRoutes } from './harness/registered-routes.ts';

const webRoot = await mkdtemp(join(tmpdir(), 'portal-web-'));
await mkdir(join(webRoot, 'assets'));
await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Org Portal</title>');
await writeFile(join(webRoot, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
await writeFile(join(webRoot, 'assets', 'app.js'), 'export {};');
afterAll(() => rm(webRoot, { recursive: true }));

const registered = collectRoutes();
const env = { LOGTO_WEBHOOK_SIGNING_KEY: 'a key that nobody here signs with' };
const portal = await startPortal(env, { webRoot, members: 40 });
const routes = [...registered];
const limited = await startPortal(
  { ...env, SUPPORT_ORGANIZATIONS: demo.organizations.fjord },
  { webRoot, members: 40 },
);

const stage = (one: typeof portal) => ({
  portal: one,
  world: new World(one),
  client: new RawClient(one.origin),
});
const everywhere = stage(portal);
const elsewhere = stage(limited);

const isExpected = (method: string, url: string) =>
  rows.some(
    (row) => row.url === url && (row.method === method || (row.method === 'GET' && method === 'HEAD')),
  );

describe('every route that the server registered', () => {
  it('has expectations, or is the answer that the method is not allowed', async () => {
    const others = routes.filter(({ method, url }) => !isExpected(method, url));
    const cookie = await everywhere.world.cookie('owner');
    portal.logto.calls.reset();
    const open: string[] = [];
    for (const { method, url } of others) {
      const path = url
        .replace(':organizationId', places.own)
        .replace(':memberId', demo.users.viewer)
        .replace(/:\w+/, 'x');
      const { status } = await everywhere.client.send({
        method,
        path,
        headers: { cookie, origin: portal.origin },
      });
      if (status !== 405) open.push(`${method} ${url} answers ${status}`);
    }
    expect(open).toEqual([]);
    expect(changesAskedOf(portal)).toEqual([]);
    expect(others.length).toBeGreaterThan(50);
  });

  it('is there: no expectation is for nothing', () => {
    const missing = rows.filter(
      (row) => !routes.some(({ method, url }) => method === row.method && url === row.url),
    );
    expect(missing.map(nameOf)).toEqual([]);
  });
});

// Attack: everybody calls everything, with ids of their own, of others, of nothing, and with what is no id.
describe('each route, for each actor and all kinds of ids, answers what the rules say', () => {
  it.each(rows.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
    const here = actors.filter((actor) => actor !== 'support elsewhere');
    expect([
      ...(await walk(everywhere, row, here)),
      ...(await walk(elsewhere, row, ['support elsewhere'])),
    ]).toEqual([]);
  });

  afterAll(() => console.log(`Authority matrix: ${tally.calls} calls, ${tally.refusals} of them refused`));
});
