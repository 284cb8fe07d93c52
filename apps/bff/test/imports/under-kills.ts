import { setTimeout as wait } from 'node:timers/promises';
import type { ActivityEntry, Import, ImportRow } from '@org-portal/contract';
import { demo, startDevLogto } from '@org-portal/dev-logto';
import { expect, vi } from 'vitest';
import { settledRecord } from '../crash/record.ts';
import { afterwards } from '../harness/afterwards.ts';
import { BffProcess } from '../harness/bff-process.ts';
import type { Browser } from '../harness/browser.ts';
import { Chance } from '../harness/chance.ts';
import { freePort } from '../../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from '../harness/management-api.ts';
import { addresses, handIn, rowOf } from './list.ts';

interface Kills {
  /** Is printed. */
  title: string;
  rows: number;
  kills: number;
  /** BFFs that share the work. */
  bffs: number;
  /** Of each. */
  env: Record<string, string>;
}

const { halden } = demo.organizations;
const base = `/api/organizations/${halden}/imports`;
const MAIN = new URL('impatient-main.mjs', import.meta.url);
/** Milliseconds that Logto may be late with what it was sent before a kill. */
const LATE = '1000';

/** Kills BFFs at random moments of an import. In the end each row has been sent once, and none is lost. */
export async function importUnderKills({ title, rows, kills, bffs: count, env }: Kills): Promise<void> {
  const chance = new Chance();
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const origins = ports.map((port) => `http://localhost:${port}`);
  const logto = await startDevLogto({ portalUrl: origins });
  afterwards(() => logto.close());
  const bffs = origins.map((origin) => new BffProcess(logto, origin, { LATE, ...env }, MAIN));
  for (const bff of bffs) await bff.start();

  const list = addresses(rows);
  const owner = () => bffs[0]!.signIn(demo.users.owner);
  const begun = performance.now();
  const { id } = await handIn(
    await owner(),
    halden,
    list.map((address) => rowOf(address)),
  );
  const sent = () => logto.outbox().length;
  const before = sent();
  const moments = Array.from({ length: kills }, () => chance.below(rows)).sort((a, b) => a - b);
  for (const moment of moments) {
    await vi.waitUntil(() => sent() - before >= moment, { timeout: 600_000, interval: 2 });
    await wait(chance.below(30));
    const bff = chance.one(bffs);
    await bff.kill();
    if (chance.below(4) === 0) {
      void bff.begin();
      await wait(chance.below(2_500));
      await bff.kill();
    }
    await bff.start();
  }

  const browser = await owner();
  const done = await finished(browser, id);
  const seconds = (performance.now() - begun) / 1_000;
  const invitees = new Set(list);
  const operator = new ManagementApiByHand(logto.origin);
  const there = await operator.call<{ id: string; invitee: string }[]>(
    'GET',
    `/organization-invitations?organizationId=${halden}`,
  );
  const made = there.filter(({ invitee }) => invitees.has(invitee));
  const mails = logto.outbox().filter(({ to }) => invitees.has(to));
  const entries = (await settledRecord(bffs[0]!, halden)).filter(({ target }) =>
    invitees.has(target.name ?? ''),
  );
  const succeeded = entries.filter(({ outcome }) => outcome === 'succeeded');
  console.log(
    `${title}: SEED=${chance.seed}; ${rows} rows, ${count} BFFs, ${kills} kills at ${moments.join(', ')}: ` +
      `${Math.round(seconds)} s; rows ${JSON.stringify(done.counts)}; ${made.length} invitations, ${mails.length} mails; ` +
      `record: ${entries.length} attempts, ${succeeded.length} succeeded`,
  );
  expect(done.counts).toMatchObject({ sent: rows, failed: 0, waiting: 0, sending: 0 });
  expect(new Set(made.map(({ invitee }) => invitee)).size).toBe(rows);
  expect(made).toHaveLength(rows);
  expect(mails).toHaveLength(rows);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(rows);
  expect(idsByAddress(succeeded)).toEqual(new Map(made.map((one) => [one.invitee, one.id])));
  expect(await rowsOf(browser, id)).toEqual(new Map(made.map((one) => [one.invitee, one.id])));
}

function finished(browser: Browser, id: string): Promise<Import> {
  return vi.waitFor(
    async () => {
      const found = (await (await browser.get(`${base}/${id}`)).json()) as Import;
      expect(found.status).toBe('Finished');
      return found;
    },
    { timeout: 1_200_000, interval: 100 },
  );
}

const idsByAddress = (entries: ActivityEntry[]) =>
  new Map(entries.map(({ target }) => [target.name, target.id]));

async function rowsOf(browser: Browser, id: string): Promise<Map<string, string | null>> {
  const rows = new Map<string, string | null>();
  for (let page = 1; ; page += 1) {
    const reply = await browser.get(`${base}/${id}/rows?page_size=100&page=${page}`);
    const found = (await reply.json()) as ImportRow[];
    for (const row of found) rows.set(row.invitee, row.invitationId);
    if (found.length < 100) return rows;
  }
}
