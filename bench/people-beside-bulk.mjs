import { setTimeout as delay } from 'node:timers/promises';
import { createManagementApi } from '@org-portal/management-api';
import { credentials, withCounter } from './logto-counter.mjs';
import { atMost } from './result.mjs';
import { BULK } from './settings.mjs';
import { spread } from './statistics.mjs';

const ROWS = 5_000;
const EVERY_MS = 250;
const WINDOW = 5_000;

/**
 * What people wait for a page of three calls while an import of 5,000 rows takes all that it may of the budget.
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export function peopleBesideBulk() {
  return withCounter(async ({ origin }) => {
    const api = createManagementApi({ ...credentials(origin), budget: { limit: 200, window: WINDOW } });
    const over = new AbortController();
    const bulk = api.with({ priority: 'bulk', lane: 'import', signal: over.signal });
    const rows = Array.from({ length: ROWS }, (_, row) => bulk.users.get(`row${row}`).catch(() => {}));
    /** @type {number[]} */
    const waits = [];
    const until = performance.now() + BULK;
    for (let page = 0; performance.now() < until; page += 1) {
      await delay(EVERY_MS);
      const asked = performance.now();
      await Promise.all([0, 1, 2].map((call) => api.users.get(`page${page}-${call}`)));
      waits.push(performance.now() - asked);
    }
    over.abort();
    await Promise.all(rows);
    await api.close();
    const sorted = waits.toSorted((a, b) => a - b);
    return [
      atMost({
        name: "people's wait beside 5,000 rows: p95",
        figure: Math.round(sorted[Math.floor(0.95 * sorted.length)] ?? NaN),
        spread: spread(waits, 0),
        unit: 'ms',
        atMost: 1_000,
      }),
    ];
  });
}
