import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer, rowsTo, sendPage } from './api-server.ts';

const listOf = (count: number) =>
  apiServer((app) => app.get('/things', (_, reply) => sendPage(reply, rowsTo(count))));

test('a page is asked for by page and page_size, and carries the total', async () => {
  const api = await listOf(45);
  const list = await linkDataProvider(api.url).getList({
    resource: 'things',
    pagination: { currentPage: 2, pageSize: 20 },
  });
  expect(api.seen).toEqual(['GET /api/things?page=2&page_size=20']);
  expect(list).toMatchObject({ total: 45, capped: false, cursor: { prev: 1, next: 3 } });
  expect(list.data.map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, index) => `row-${index + 21}`),
  );
});

test('the last page has no next, the first no prev', async () => {
  const provider = linkDataProvider((await listOf(20)).url);
  const { cursor } = await provider.getList({
    resource: 'things',
    pagination: { currentPage: 1, pageSize: 20 },
  });
  expect(cursor).toEqual({});
});

test('a page over the end is empty and keeps the total', async () => {
  const provider = linkDataProvider((await listOf(5)).url);
  const list = await provider.getList({ resource: 'things', pagination: { currentPage: 9, pageSize: 20 } });
  expect(list).toMatchObject({ data: [], total: 5, cursor: { prev: 8 } });
});

test('the names of the parameters are settings', async () => {
  const api = await apiServer((app) =>
    app.get('/things', (_, reply) => reply.header('total-number', 0).send([])),
  );
  const provider = linkDataProvider(api.url, { pageParameter: 'p', pageSizeParameter: 'per_page' });
  await provider.getList({ resource: 'things' });
  expect(api.seen).toEqual(['GET /api/things?p=1&per_page=10']);
});

test.each([
  { currentPage: 1, pageSize: 101 },
  { currentPage: 1, pageSize: 0 },
  { currentPage: 1, pageSize: 2.5 },
  { currentPage: 0, pageSize: 20 },
  { currentPage: Number.NaN, pageSize: 20 },
])('page $currentPage of $pageSize rows is refused before it is sent', async (pagination) => {
  const api = await listOf(5);
  const asked = linkDataProvider(api.url).getList({ resource: 'things', pagination });
  await expect(asked).rejects.toMatchObject({
    kind: 'request',
    message: expect.stringContaining('whole number from 1'),
  });
  expect(api.seen).toEqual([]);
});

test('an API that gives larger pages says so in a setting', async () => {
  const provider = linkDataProvider((await listOf(300)).url, { maxPageSize: 500 });
  const list = await provider.getList({ resource: 'things', pagination: { currentPage: 1, pageSize: 300 } });
  expect(list.data).toHaveLength(300);
});
