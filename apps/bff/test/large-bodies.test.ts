import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { demo, startDevLogto } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { newPortalDatabase } from './harness/portal-database.ts';

const LARGEST = 4 * 1024 * 1024;
const { halden } = demo.organizations;

// Attack: an admin hands in list after list of the largest size, and nobody else is answered until they are read.
it('others are answered while ten of the largest lists arrive', async () => {
  const origin = `http://localhost:${await freePort()}`;
  const logto = await startDevLogto({ portalUrl: origin, members: 50 });
  afterwards(() => logto.close());
  const bff = new BffProcess(logto, origin, await newPortalDatabase());
  await bff.start();
  const browser = await bff.signIn(demo.users.owner);
  const cookie = await browser.jar.getCookieString(origin);
  const body = largestList();
  expect(body.length).toBeGreaterThan(0.9 * LARGEST);
  expect(body.length).toBeLessThan(LARGEST);
  const agent = new Agent({ keepAlive: true });
  afterwards(() => agent.destroy());
  const send = (method: string, path: string, bytes?: Buffer) =>
    new Promise<number>((resolve, reject) => {
      const headers = { cookie, origin, ...(bytes && { 'content-type': 'application/json' }) };
      request(origin + path, { method, agent, headers }, (reply) => {
        reply.resume().on('end', () => resolve(reply.statusCode ?? 0));
      })
        .on('error', reject)
        .end(bytes);
    });
  const health = async (until: Promise<unknown>) => {
    let isOver = false;
    void until.finally(() => (isOver = true));
    const times: number[] = [];
    while (!isOver) {
      const began = performance.now();
      expect(await send('GET', '/healthz')).toBe(200);
      times.push(performance.now() - began);
      await wait(5);
    }
    times.sort((one, other) => one - other);
    return { p99: times[Math.floor(times.length * 0.99)] ?? 0, most: times.at(-1) ?? 0, count: times.length };
  };

  const quiet = await health(wait(2_000));
  const began = performance.now();
  const lists = Array.from({ length: 10 }, () => send('POST', `/api/organizations/${halden}/imports`, body));
  const busy = await health(Promise.all(lists));
  const seconds = (performance.now() - began) / 1_000;

  expect(await Promise.all(lists)).toEqual(lists.map(() => 201));
  process.stdout.write(
    `health p99: ${quiet.p99.toFixed(0)} ms alone, ${busy.p99.toFixed(0)} ms (longest ${busy.most.toFixed(0)} ms of ${busy.count}) ` +
      `while ten lists of ${body.length} bytes arrived in ${seconds.toFixed(1)} s\n`,
  );
  expect(busy.p99).toBeLessThan(Math.max(100, 10 * quiet.p99));
}, 120_000);

/** 10,000 people, each with long texts. */
function largestList(): Buffer {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    invitee: `person${index}@${'x'.repeat(60)}.example.com`,
    name: 'N'.repeat(150),
    roleIds: [demo.organizationRoles.viewer, 'b'.repeat(64)],
    expiresAt,
  }));
  return Buffer.from(JSON.stringify({ language: 'en', by: 'mail', rows }));
}
