import type { Import } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { expect, test, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { startRecorder } from './harness/upstream-recorder.ts';
import { WINDOW, fullest, used } from './harness/windows.ts';
import { addresses, handIn, rowOf } from './imports/list.ts';

/** At full length: `IMPORT_ROWS=10000 IMPORT_BUDGET=200 npm test -- --project bff imports-budget`. */
const rows = Number(process.env['IMPORT_ROWS'] ?? 105);
const isAtFullLength = rows >= 1_000;
const budget = Number(process.env['IMPORT_BUDGET'] ?? 100);

const recorder = await startRecorder();
const portal = await startPortal({
  LOGTO_MANAGEMENT_ENDPOINT: recorder.origin,
  LOGTO_BUDGET: String(budget),
});
recorder.target = portal.logto.origin;
const { halden, atlas } = demo.organizations;
const { owner, soleAdmin } = demo.users;

test(
  'an import uses up the budget and no more, while another organization and people do not wait for it',
  { timeout: (rows / budget) * 2 * WINDOW + 60_000 },
  async () => {
    const browser = await portal.signIn(owner);
    const one = async (organization: string, id: string): Promise<Import> =>
      (await browser.get(`/api/organizations/${organization}/imports/${id}`)).json();
    const { id } = await handIn(
      browser,
      halden,
      addresses(rows).map((address) => rowOf(address)),
    );
    const began = performance.now();
    await vi.waitFor(async () => expect((await one(halden, id)).counts.sent).toBeGreaterThan(rows / 4), {
      timeout: rows * WINDOW,
      interval: 200,
    });
    expect((await one(halden, id)).secondsLeft).toBeGreaterThan(0);
    const other = await otherImport();
    expect((await one(halden, id)).status).toBe('Running');
    const click = await duration(() => browser.get(`/api/organizations/${halden}/members?page_size=10`));
    const done = await vi.waitFor(
      async () => {
        const found = await one(halden, id);
        expect(found.status).toBe('Finished');
        return found;
      },
      { timeout: rows * WINDOW, interval: 500 },
    );
    const seconds = (performance.now() - began) / 1_000;
    const times = recorder.sent.map(({ time }) => time).filter((time) => time >= began);
    console.log(
      `${rows} rows with a budget of ${budget} in 10 s: ${seconds.toFixed(1)} s, ${(rows / seconds).toFixed(1)} rows/s; ` +
        `fullest window ${fullest(times)}, used ${Math.round(used(times, budget) * 100)} %, rows ${JSON.stringify(done.counts)}; ` +
        `10 rows of another organization meanwhile: ${Math.round(other)} ms, a click: ${Math.round(click)} ms`,
    );
    expect(done.counts).toMatchObject({ sent: rows, failed: 0 });
    expect(fullest(recorder.sent.map(({ time }) => time))).toBeLessThanOrEqual(budget);
    expect(portal.log()).not.toContain('request.rate_limited');
    // A short one ends before what other tests took of its second has come back.
    expect(used(times, budget)).toBeGreaterThanOrEqual(isAtFullLength ? 0.95 : 0.7);
    // Two organizations take turns: of every other place 10 are had soon, whatever the first has left.
    expect(other).toBeLessThan((2 * 20 * WINDOW) / budget + 3_000);
    expect(click).toBeLessThan(1_000);
  },
);

/** @returns milliseconds until an import of 10 rows is sent that is handed in now, by another organization */
async function otherImport(): Promise<number> {
  const browser = await portal.signIn(soleAdmin);
  const list = addresses(10);
  return duration(async () => {
    await handIn(
      browser,
      atlas,
      list.map((address) => rowOf(address)),
    );
    await vi.waitFor(
      () => expect(portal.logto.outbox().filter(({ to }) => list.includes(to))).toHaveLength(10),
      { timeout: 60_000, interval: 50 },
    );
  });
}

async function duration(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
