import { createManagementApi } from '@org-portal/management-api';
import { credentials, withCounter } from './logto-counter.mjs';
import { atMost } from './result.mjs';

const CALLERS = 1_000;

/**
 * How often a token is asked for when a thousand callers come at once and there is none.
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export function tokenRequests() {
  return withCounter(async ({ origin, tokens }) => {
    const api = createManagementApi(credentials(origin));
    await Promise.all(Array.from({ length: CALLERS }, (_, caller) => api.users.get(`user${caller}`)));
    await api.close();
    return [
      atMost({ name: '1,000 callers without a token', figure: tokens(), unit: 'token requests', atMost: 1 }),
    ];
  });
}
