import { createManagementApi } from '@org-portal/management-api';
import { Redis } from 'ioredis';
import { credentials, withCounter } from './logto-counter.mjs';
import { atLeast, atMost } from './result.mjs';
import { withService } from './service.mjs';
import { CALLS, WINDOW } from './settings.mjs';

const LIMIT = 200;
const FOREVER = 600_000;

/**
 * Many calls offered at once to one, two and four clients that share a budget by Redis: how full the fullest window
 * was, and how much of the budget was used.
 * @returns {Promise<import('./result.mjs').Result[]>} of one client alone where there is no Redis
 */
export async function budget() {
  const alone = await offered([undefined]);
  const shared = await withService('redis', async (url) => {
    const results = [];
    for (const count of [2, 4]) {
      const clients = Array.from({ length: count }, () => new Redis(url));
      results.push(...(await offered(clients)));
      for (const redis of clients) redis.disconnect();
    }
    return results;
  });
  return [...alone, ...(shared ?? [])];
}

/** @param {(Redis | undefined)[]} clients */
function offered(clients) {
  return withCounter(async ({ origin, times }) => {
    const apis = clients.map((redis) =>
      createManagementApi({
        ...credentials(origin),
        budget: { limit: LIMIT, window: WINDOW, patience: { people: FOREVER }, redis },
      }),
    );
    const calls = Array.from({ length: CALLS }, (_, index) =>
      apis[index % apis.length]?.users.get(`user${index}`),
    );
    const outcomes = await Promise.allSettled(calls);
    for (const api of apis) await api.close();
    const refused = outcomes.filter(({ status }) => status === 'rejected').length;
    const name = `${CALLS} calls at once, ${clients.length} instance${clients.length > 1 ? 's' : ''}`;
    const [first = 0] = times;
    const windows = Math.floor(((times.at(-1) ?? 0) - first) / WINDOW);
    const inThem = times.filter((time) => time - first < windows * WINDOW).length;
    const used = inThem / LIMIT / windows;
    return [
      atMost({ name: `${name}: fullest window`, figure: fullest(times), unit: 'requests', atMost: LIMIT }),
      atLeast({ name: `${name}: used`, figure: Math.round(used * 100), unit: '%', atLeast: 95 }),
      atMost({ name: `${name}: refused`, figure: refused, unit: 'calls', atMost: 0 }),
    ];
  });
}

/** @param {number[]} times @returns {number} the most in any window */
function fullest(times) {
  let most = 0;
  let first = 0;
  times.forEach((time, last) => {
    while (time - (times[first] ?? 0) >= WINDOW) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
