import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot } from '@org-portal/contract';
import { demo, startDevLogto } from '@org-portal/dev-logto';
import { expect, test, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { Chance } from './harness/chance.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './harness/management-api.ts';
import { newPortalData } from './harness/portal-data.ts';
import { startRecorder } from './harness/upstream-recorder.ts';
import { WINDOW, fullest, used } from './harness/windows.ts';

/** At full length: `SNAPSHOT_ORGANIZATIONS=100 SNAPSHOT_MEMBERS=1000 SNAPSHOT_KILLS=3 npm test -- --project bff snapshots-crashes`. */
const organizations = Number(process.env['SNAPSHOT_ORGANIZATIONS'] ?? 5);
const members = Number(process.env['SNAPSHOT_MEMBERS'] ?? 250);
const kills = Number(process.env['SNAPSHOT_KILLS'] ?? 1);
const budget = 200;

const recorder = await startRecorder();

// Attack: the process ends between any two of its steps.
test(
  'kill -9 while a snapshot is taken: it goes on, and has each membership once',
  { timeout: 600_000 },
  async () => {
    const chance = new Chance();
    const origin = `http://localhost:${await freePort()}`;
    const logto = await startDevLogto({ portalUrl: origin, seed: 'demo' });
    afterwards(() => logto.close());
    recorder.target = logto.origin;
    const expected = await fill(new ManagementApiByHand(logto.origin));
    const bff = new BffProcess(logto, origin, {
      PORTAL_DATA: await newPortalData(),
      LOGTO_MANAGEMENT_ENDPOINT: recorder.origin,
      LOGTO_BUDGET: String(budget),
    });
    await bff.start();

    const began = performance.now();
    const { id } = await call<Snapshot>(bff, 'POST', '/api/snapshots');
    const pages = () => recorder.sent.filter(({ url }) => /\/users\?.*page_size=100/.test(url)).length;
    const before = pages();
    const moments = Array.from({ length: kills }, () => chance.below(expected.pages)).sort((a, b) => a - b);
    for (const moment of moments) {
      await vi.waitUntil(() => pages() - before >= moment, { timeout: 300_000, interval: 2 });
      await wait(chance.below(30));
      await bff.kill();
      await bff.start();
    }
    const done = await vi.waitFor(
      async () => {
        const snapshot = await call<Snapshot>(bff, 'GET', `/api/snapshots/${id}`);
        expect(snapshot.status).toBe('Finished');
        return snapshot;
      },
      { timeout: 600_000, interval: 200 },
    );
    const seconds = (performance.now() - began) / 1_000;
    const times = recorder.sent.map(({ time }) => time).filter((time) => time >= began);
    const share = times.length > budget * 3 ? `, used ${Math.round(used(times, budget) * 100)} %` : '';
    console.log(
      `SEED=${chance.seed}; ${organizations} organizations × ${members} members, kills at pages ${moments.join(', ')} ` +
        `of ${expected.pages}: ${done.memberships.read} memberships in ${seconds.toFixed(1)} s, ${times.length} calls, ` +
        `${pages() - before} of them pages; budget ${budget} in ${WINDOW / 1_000} s: fullest window ${fullest(times)}${share}`,
    );
    expect(done.organizations).toMatchObject({ total: expected.organizations, read: expected.organizations });
    expect(done.memberships).toEqual({ read: expected.memberships, expected: expected.memberships });
    const reply = await (
      await bff.signIn(demo.users.ops)
    ).get(`/api/snapshots/${id}/memberships?page_size=1`);
    expect(Number(reply.headers.get('total-number'))).toBe(expected.memberships);
    // What had been kept was not read again: only what was under way at a kill.
    expect(pages() - before).toBeLessThanOrEqual(expected.pages + kills * 40);
  },
);

async function call<Answer>(bff: BffProcess, method: string, path: string): Promise<Answer> {
  const browser = await bff.signIn(demo.users.ops);
  return (await (await browser.call(method, path)).json()) as Answer;
}

/** Makes organizations with the same people in each, beside those that are there. @returns how much there is to read */
async function fill(operator: ManagementApiByHand) {
  const userIds: string[] = [];
  for (let number = 1; number <= members; number += 1) {
    const body = { primaryEmail: `many.${number}@example.com`, name: `Person ${number}` };
    userIds.push((await operator.call<{ id: string }>('POST', '/users', body)).id);
  }
  for (let number = 1; number <= organizations; number += 1) {
    const { id } = await operator.call<{ id: string }>('POST', '/organizations', { name: `Many ${number}` });
    await operator.call('POST', `/organizations/${id}/users`, { userIds });
  }
  const found = { organizations: 0, memberships: 0, pages: 0 };
  for (let page = 1; ; page += 1) {
    const some = await operator.call<{ id: string }[]>('GET', `/organizations?page=${page}&page_size=100`);
    for (const { id } of some) {
      let count = 0;
      for (let part = 1, more = true; more; part += 1) {
        const query = `page=${part}&page_size=100`;
        const there = await operator.call<object[]>('GET', `/organizations/${id}/users?${query}`);
        count += there.length;
        more = there.length === 100;
      }
      found.organizations += 1;
      found.memberships += count;
      found.pages += Math.max(1, Math.ceil(count / 100));
    }
    if (some.length < 100) return found;
  }
}
