import { createHmac } from 'node:crypto';
import type { ActivityEntry } from '@org-portal/contract';
import { afterAll, expect, it, vi } from 'vitest';
import { places, World } from './authority/world.ts';
import { FAULTS } from './faults/faults.ts';
import { codeOf, restore, routesOf, sampleOf, type Part, type Sample } from './faults/sample.ts';
import { FaultyLogto } from './harness/faulty-logto.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient, type RawReply } from './harness/raw-client.ts';
import { FaultTable } from './faults/table.ts';

/** Milliseconds after the fault within which everything works again. */
const RECOVERY = 2_000;
/** Calls at once that do not hold each other up. */
const PORTION = 12;
const KEY = 'the key of a webhook of this test alone';
/** Else a fault meets every other route, and the next one, which is like it, those in between. */
const IS_EACH = process.env['EVERY_FAULT'] !== undefined;
const NAMES = Object.keys(FAULTS);

const between = await FaultyLogto.start();
const portal = await startPortal(
  { LOGTO_MANAGEMENT_ENDPOINT: between.origin, LOGTO_WEBHOOK_SIGNING_KEY: KEY },
  { members: 40, upstream: { timeout: 300, deadline: 600, retry: { minTimeout: 10 } } },
);
between.target = portal.logto.origin;
const world = new World(portal);
const client = new RawClient(portal.origin, 32);
const table = new FaultTable();
afterAll(() => console.log(table.toString()));

/** What the portal knows already would hide the fault. */
const forgetAll = async () => {
  const body = JSON.stringify({
    event: 'OrganizationRole.Data.Updated',
    createdAt: new Date().toISOString(),
    nonce: Math.random(),
  });
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'logto-signature-sha-256': signature };
  expect((await client.send({ method: 'POST', path: '/webhooks/logto', headers, body })).status).toBe(204);
};

const works = async ({ name, send }: Sample) =>
  vi.waitFor(async () => expect(codeOf(await send()), name).toBe('ok'), { timeout: RECOVERY, interval: 20 });

/** Does it with all, some at a time. */
async function inPortions<One, Result>(
  all: readonly One[],
  size: number,
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < all.length)
    results.push(...(await Promise.all(all.slice(results.length, results.length + size).map(work))));
  return results;
}

const outcomesOf = async (replies: RawReply[]): Promise<string[]> => {
  const path = `/api/organizations/${places.own}/activity?page_size=100`;
  const headers = { cookie: await world.cookie('owner') };
  const entries = JSON.parse((await client.send({ method: 'GET', path, headers })).text) as ActivityEntry[];
  const ids = new Set(replies.map((reply) => reply.headers['x-request-id']));
  return entries.filter(({ requestId }) => ids.has(requestId)).map(({ outcome }) => outcome);
};

// Recovery is timed, and other files run beside: what is wrong is wrong the second time too.
it.each(Object.entries(FAULTS))('%s', { retry: 1 }, async (name, fault) => {
  const run = async (part: Part) => {
    const rows = routesOf(part).filter((_, nth) => IS_EACH || (nth + NAMES.indexOf(name)) % 2 === 0);
    const samples = await Promise.all(rows.map((row) => sampleOf(world, client, row)));
    // What is to go well must not wait for each other: each has less than a second.
    const portion = fault.code === 'ok' ? PORTION : samples.length;
    const sendAll = () => inPortions(samples, portion, ({ send }) => send());
    if (part === 'everything') await forgetAll();
    if (part === 'its own read') await sendAll();
    await between.begin(fault, part === 'its write');
    const began = performance.now();
    const replies = await sendAll();
    const took = performance.now() - began;
    const writes = between.writes();
    await between.end();
    const ended = performance.now();

    for (const [nth, reply] of replies.entries()) {
      const sample = samples[nth]!;
      expect(codeOf(reply), sample.name).toBe(fault.code);
      if (reply.status === 429) expect(reply.headers['retry-after'], sample.name).toBe(fault.retryAfter);
      table.add(sample.name, name, part, codeOf(reply));
    }
    const twice = writes.filter((write, nth) => writes.indexOf(write) !== nth);
    expect(twice, 'sent twice').toEqual([]);
    if (fault.code === 'ok') return table.tell(name, took, 0);
    if (part === 'its write' && !fault.isAboutToken) {
      expect(writes.length).toBeGreaterThanOrEqual(samples.length);
      const outcomes = await outcomesOf(replies);
      expect([...new Set(outcomes)]).toEqual([fault.code === 'request.rate_limited' ? 'failed' : 'unknown']);
    }
    await inPortions(samples, PORTION, works);
    table.tell(name, took, performance.now() - ended);
  };
  await run('everything').finally(() => restore(world));
  if (fault.code !== 'ok') await run('its own read');
  if (fault.code !== 'ok' && !fault.isDown) await run('its write').finally(() => restore(world));
});
