import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer, rowsTo, sendPage } from './api-server.ts';

const things = { resource: 'things', pagination: { currentPage: 1, pageSize: 2 } };

/** A list whose ETag is that of its first page, and whose total may change without it. */
async function tagged(options: { keptReplies?: number } = {}) {
  const rows = rowsTo(3);
  const asked: (string | undefined)[] = [];
  const { url } = await apiServer((app) => {
    app.get('/things', (request, reply) => {
      const etag = `"${rows[0]?.id}"`;
      asked.push(request.headers['if-none-match']);
      reply.header('etag', etag);
      if (request.headers['if-none-match'] !== etag) return sendPage(reply, rows);
      return reply.code(304).header('total-number', rows.length).send();
    });
    app.get('/things/:id', (request, reply) => {
      asked.push(request.headers['if-none-match']);
      return reply.header('etag', '"thing"').send(request.params);
    });
    app.post('/things', (request, reply) => {
      asked.push(request.headers['if-none-match']);
      return reply.header('etag', '"posted"').send({ id: 'new' });
    });
  });
  return { rows, asked, provider: linkDataProvider(url, options) };
}

test('what has not changed is asked for by its ETag, and is the same rows', async () => {
  const { asked, provider } = await tagged();
  const first = await provider.getList(things);
  const second = await provider.getList(things);
  expect(asked).toEqual([undefined, '"row-1"']);
  expect(second).toEqual(first);
  expect(second.data).toBe(first.data);
});

test('the total that comes with a 304 counts', async () => {
  const { rows, provider } = await tagged();
  await provider.getList(things);
  rows.push({ id: 'row-4' });
  expect(await provider.getList(things)).toMatchObject({ total: 4 });
});

test('what has changed comes in full, and is what is known from then on', async () => {
  const { rows, asked, provider } = await tagged();
  await provider.getList(things);
  rows.unshift({ id: 'row-0' });
  expect((await provider.getList(things)).data[0]).toEqual({ id: 'row-0' });
  await provider.getList(things);
  expect(asked).toEqual([undefined, '"row-1"', '"row-0"']);
});

test('only reads, without headers of their own, are asked for by an ETag', async () => {
  const { asked, provider } = await tagged();
  await provider.create({ resource: 'things', variables: {} });
  await provider.create({ resource: 'things', variables: {} });
  await provider.getList(things);
  await provider.custom({ url: 'things?page=1&page_size=2', method: 'get', headers: { 'x-form': 'short' } });
  expect(asked).toEqual([undefined, undefined, undefined, undefined]);
});

test('the longest unused is forgotten first; with 0 nothing is kept', async () => {
  const few = await tagged({ keptReplies: 2 });
  for (const id of ['a', 'b', 'a', 'c', 'b', 'c']) await few.provider.getOne({ resource: 'things', id });
  expect(few.asked).toEqual([undefined, undefined, '"thing"', undefined, undefined, '"thing"']);
  const none = await tagged({ keptReplies: 0 });
  await none.provider.getList(things);
  await none.provider.getList(things);
  expect(none.asked).toEqual([undefined, undefined]);
});
