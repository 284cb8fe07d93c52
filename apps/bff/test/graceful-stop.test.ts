import { Agent } from 'node:http';
import type { ActivityEntry, Import } from '@org-portal/contract';
import { demo, startDevLogto, type DevLogto } from '@org-portal/dev-logto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { newPortalData } from './harness/portal-data.ts';
import { outcomeOf, startLoad } from './harness/steady-load.ts';
import { addresses, handIn, rowOf } from './imports/list.ts';

const { halden } = demo.organizations;
const PAGE = '/api/organizations/{id}/users';

describe('after SIGTERM', () => {
  let logto: DevLogto;
  let bff: BffProcess;
  let origin: string;
  let data: string;
  let url: string;
  let cookie: string;
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    origin = `http://localhost:${await freePort()}`;
    url = `${origin}/api/organizations/${halden}/members`;
    data = await newPortalData();
    logto = await startDevLogto({ portalUrl: origin, controls: true });
    afterwards(() => logto.close());
  });
  afterEach(() => agent.destroy());

  const start = async (env: Record<string, string> = {}) => {
    bff = new BffProcess(logto, origin, { PORTAL_DATA: data, LOG_LEVEL: 'info', ...env });
    await bff.start();
    const browser = await bff.signIn(demo.users.owner);
    cookie = `portal-session=${await browser.sessionCookie()}`;
  };
  /** Sends a request that Logto holds up. @returns once it does */
  const slow = async (delayMs: number) => {
    logto.controls.fail(PAGE, { kind: 'slow', delayMs });
    const answer = outcomeOf(agent, url, cookie);
    await vi.waitFor(() => expect(logto.controls.faults()).toEqual([]));
    return { answer };
  };
  const isRefused = () => vi.waitFor(() => expect(fetch(origin)).rejects.toThrow(), 5_000);

  test.each([
    ['at once', '0'],
    ['after a delay that its clients do not care for', '2'],
  ])(
    '200 requests a second, %s: each that was sent is answered, no connection is reset',
    async (when, delay) => {
      await start({ STOP_DELAY: delay });
      const load = startLoad(url, cookie, 200);
      await vi.waitFor(() => expect(load.outcomes.get('200')).toBeGreaterThan(150), 10_000);
      expect(await bff.end()).toBe(0);
      await load.end();
      console.log(`kill -TERM under 200 requests/s, ${when}:`, Object.fromEntries(load.outcomes));
      // What the closed listener refuses was not sent, and goes to another instance.
      load.outcomes.delete('ECONNREFUSED');
      expect([...load.outcomes.keys()]).toEqual(['200']);
    },
  );

  test('a slow request is answered, and what comes on a kept connection meanwhile', async () => {
    await start();
    expect(await outcomeOf(agent, url, cookie)).toBe('200');
    const { answer } = await slow(1_500);
    const other = new Agent({ keepAlive: true });
    expect(await outcomeOf(other, url, cookie)).toBe('200');
    const end = bff.end();
    await isRefused();
    expect(await outcomeOf(other, url, cookie)).toBe('200');
    expect(await outcomeOf(other, url, cookie)).toBe('ECONNREFUSED');
    expect(await answer).toBe('200');
    expect(await end).toBe(0);
  });

  test('what the portal does by itself does not hold it up', async () => {
    await start({ STOP_PATIENCE: '5' });
    logto.controls.fail('DELETE /api/organizations/{id}/users/{userId}', { kind: 'status', status: 500 });
    const reply = await fetch(`${url}/${demo.users.viewer}`, { method: 'DELETE', headers: { cookie } });
    expect(reply.status).toBe(502);
    logto.controls.fail('GET /api/*', { kind: 'slow', delayMs: 9_000 });
    await vi.waitFor(() => expect(logto.controls.faults()).toEqual([]), 5_000);
    expect(await bff.end()).toBe(0);
  });

  const leaves =
    'rows that waited for their turn are left to the next one, and nobody doubts that they were not sent';
  test(leaves, { timeout: 90_000 }, async () => {
    const rows = addresses(90).map((address) => rowOf(address));
    const sent = () => logto.outbox().filter(({ to }) => rows.some(({ invitee }) => invitee === to)).length;
    const organization = `/api/organizations/${halden}`;
    await start({ LOGTO_BUDGET: '60' });
    const { id } = await handIn(await bff.signIn(demo.users.owner), halden, rows);
    await vi.waitFor(() => expect(sent()).toBeGreaterThan(3), 15_000);
    expect(await bff.end()).toBe(0);
    const before = sent();
    expect(before).toBeLessThan(rows.length);

    await start();
    const browser = await bff.signIn(demo.users.owner);
    const read = async <Body>(path: string): Promise<Body> => (await browser.get(organization + path)).json();
    const doubts = () => read<ActivityEntry[]>('/activity?outcome=unknown&action=invitation.create');
    expect(await doubts()).toEqual([]);
    await vi.waitFor(
      async () => {
        const found = await read<Import>(`/imports/${id}`);
        expect(found).toMatchObject({ status: 'Finished', counts: { sent: rows.length } });
      },
      { timeout: 60_000, interval: 100 },
    );
    expect(await doubts()).toEqual([]);
    expect(sent()).toBe(rows.length);
  });

  test('what takes longer than its time is cut, and the log says how much', async () => {
    await start({ STOP_PATIENCE: '2' });
    const { answer } = await slow(9_000);
    expect(await bff.end()).toBe(1);
    expect(await answer).toBe('ECONNRESET');
    expect(bff.log()).toContain('"cut":1');
  });

  test('connections are ended first, then kept until the port is closed, so that none is opened just then', async () => {
    await start({ STOP_DELAY: '2' });
    const end = bff.end();
    const said: (string | null)[] = [];
    const ask = async () => said.push((await fetch(`${origin}/healthz`)).headers.get('connection'));
    const failure = await vi.waitUntil(() => ask().then(() => false, String), {
      timeout: 10_000,
      interval: 5,
    });
    expect(failure).toContain('fetch failed');
    const changes = said.filter((word, at) => word !== said[at - 1]);
    expect(changes.join(', ')).toMatch(/^(keep-alive, )?close, keep-alive, close$/);
    expect(await end).toBe(0);
  });

  test('a load balancer is told first; a second signal ends it at once', async () => {
    await start({ STOP_DELAY: '60' });
    bff.signal();
    await vi.waitFor(async () => {
      const reply = await fetch(`${origin}/readyz`);
      expect([reply.status, await reply.json()]).toEqual([503, { status: 'stopping' }]);
    });
    expect((await fetch(url, { headers: { cookie } })).headers.get('connection')).toBe('close');
    expect(await bff.end()).toBe(1);
  });
});
