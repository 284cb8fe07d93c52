import { expect, test } from 'vitest';
import { linkDataProvider, totalLabel } from '../src/index.ts';
import { apiServer, rowsTo } from './api-server.ts';

/** As recorded of Logto's logs: the total stops at a bound, and `next` and `last` are absent. */
async function page(currentPage: number, rows: number) {
  const api = await apiServer((app) =>
    app.get('/logs', (_, reply) =>
      reply
        .headers({
          'total-number': 10_000,
          'total-number-is-capped': 'true',
          link: '</api/logs?page=1>; rel="first"',
        })
        .send(rowsTo(rows)),
    ),
  );
  return linkDataProvider(api.url).getList({ resource: 'logs', pagination: { currentPage, pageSize: 20 } });
}

test('the total is read as "10,000+"', async () => {
  const list = await page(1, 20);
  expect(list).toMatchObject({ total: 10_000, capped: true, cursor: { next: 2 } });
  expect(totalLabel(list, 'en')).toBe('10,000+');
});

test('a full page at the bound has a next, and a pager that counts by total can reach it', async () => {
  const list = await page(500, 20);
  expect(list.cursor).toEqual({ prev: 499, next: 501 });
  expect(Math.ceil(list.total / 20)).toBe(501);
  expect(totalLabel(list, 'en')).toBe('10,000+');
});

test('beyond the bound prev and next go on', async () => {
  const list = await page(700, 20);
  expect(list.cursor).toEqual({ prev: 699, next: 701 });
  expect(Math.ceil(list.total / 20)).toBe(701);
});

test('a page that is not full is the last', async () => {
  const list = await page(700, 7);
  expect(list).toMatchObject({ total: 13_987, cursor: { prev: 699 } });
  expect(list.cursor).not.toHaveProperty('next');
});

test('an exact total has no plus', () => {
  expect(totalLabel({ totalNumber: 2400, capped: false }, 'en')).toBe('2,400');
});
