import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer, rowsTo, sendPage } from './api-server.ts';

const listOf = (count: number) =>
  apiServer((app) => app.get('/things', (_, reply) => sendPage(reply, rowsTo(count))));

test.each(['off', 'client'] as const)(
  'mode "%s" follows rel="next" to the end, keeping the filter',
  async (mode) => {
    const api = await listOf(250);
    const list = await linkDataProvider(api.url).getList({
      resource: 'things',
      pagination: { mode, currentPage: 3, pageSize: 10 },
      filters: [{ field: 'q', operator: 'contains', value: 'ada' }],
    });
    expect(api.seen).toEqual([1, 2, 3].map((page) => `GET /api/things?page=${page}&page_size=100&q=ada`));
    expect(list).toMatchObject({ total: 250, capped: false });
    expect(new Set(list.data.map(({ id }) => id)).size).toBe(250);
  },
);

test('a list longer than the cap is an error that says so, not a part of the list', async () => {
  const api = await apiServer((app) =>
    app.get('/things', (request, reply) => {
      const page = Number(new URL(request.url, 'http://any').searchParams.get('page'));
      reply.headers({ 'total-number': page, link: `</api/things?page=${page + 1}>; rel="next"` });
      return [{ id: page }];
    }),
  );
  const asked = linkDataProvider(api.url, { maxPages: 3 }).getList({
    resource: 'things',
    pagination: { mode: 'off' },
  });
  await expect(asked).rejects.toMatchObject({
    kind: 'request',
    message: expect.stringContaining('more than 3 pages'),
  });
  expect(api.seen).toHaveLength(3);
});

test('when the first total already tells that the list is too long, no second page is asked for', async () => {
  const api = await listOf(301);
  const asked = linkDataProvider(api.url, { maxPages: 3 }).getList({
    resource: 'things',
    pagination: { mode: 'off' },
  });
  await expect(asked).rejects.toThrow('more than 3 pages');
  expect(api.seen).toHaveLength(1);
});

test('a list of exactly the cap is whole', async () => {
  const provider = linkDataProvider((await listOf(300)).url, { maxPages: 3 });
  const list = await provider.getList({ resource: 'things', pagination: { mode: 'off' } });
  expect(list.data).toHaveLength(300);
});

test('a row that moved to the next page meanwhile is there once', async () => {
  const api = await apiServer((app) =>
    app.get<{ Querystring: { page: string } }>('/things', (request, reply) => {
      reply.header('total-number', 4);
      if (request.query.page === '2') return [{ id: 'b', at: 2 }, { id: 'c' }];
      reply.header('link', '<?page=2>; rel="next"');
      return [{ id: 'a' }, { id: 'b', at: 1 }];
    }),
  );
  const list = await linkDataProvider(api.url).getList({ resource: 'things', pagination: { mode: 'off' } });
  expect(list).toMatchObject({ data: [{ id: 'a' }, { id: 'b', at: 2 }, { id: 'c' }], total: 3 });
});

test('links that end before the list does, as when a browser hides Link, are an error', async () => {
  const api = await apiServer((app) =>
    app.get('/things', (_, reply) => reply.header('total-number', 250).send(rowsTo(100))),
  );
  const asked = linkDataProvider(api.url).getList({ resource: 'things', pagination: { mode: 'off' } });
  await expect(asked).rejects.toMatchObject({
    kind: 'reply',
    message: expect.stringMatching(/\/things\?.*rel="next".*Access-Control-Expose-Headers: Link/),
  });
});

test('a capped list of full pages without links cannot be called whole', async () => {
  const api = await apiServer((app) =>
    app.get('/things', (_, reply) =>
      reply.headers({ 'total-number': 100, 'total-number-is-capped': 'true' }).send(rowsTo(100)),
    ),
  );
  const asked = linkDataProvider(api.url).getList({ resource: 'things', pagination: { mode: 'off' } });
  await expect(asked).rejects.toMatchObject({ kind: 'reply' });
});

test.each([
  'https://elsewhere.example/api/things?page=2',
  '/other/things?page=2',
  '/api/../admin',
  'http://[',
])('attack: a reply sends the reader, with its headers, to %s by rel="next"', async (next) => {
  const api = await apiServer((app) =>
    app.get('/things', (_, reply) =>
      reply.headers({ 'total-number': 200, link: `<${next}>; rel="next"` }).send(rowsTo(100)),
    ),
  );
  const provider = linkDataProvider(api.url, { headers: { authorization: 'Bearer of-the-user' } });
  const asked = provider.getList({ resource: 'things', pagination: { mode: 'off' } });
  await expect(asked).rejects.toMatchObject({
    kind: 'reply',
    message: expect.stringContaining('outside of the API'),
  });
  expect(api.seen).toHaveLength(1);
});
