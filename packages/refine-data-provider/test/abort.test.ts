import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer, rowsTo } from './api-server.ts';

const meta = (signal: unknown) => ({ signal });

test("the query's signal ends the request: the server sees it closed, the call rejects with AbortError", async () => {
  const controller = new AbortController();
  const server = new EventEmitter();
  const closed = once(server, 'closed');
  const api = await apiServer((app) =>
    app.get('/things', (request, reply) => {
      reply.hijack();
      request.raw.socket.once('close', () => server.emit('closed'));
      controller.abort();
    }),
  );
  const asked = linkDataProvider(api.url).getList({ resource: 'things', meta: meta(controller.signal) });
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await closed;
});

test('a list that is read whole stops at the page where it is aborted', async () => {
  const controller = new AbortController();
  const api = await apiServer((app) =>
    app.get<{ Querystring: { page: string } }>('/things', (request, reply) => {
      if (request.query.page === '2') {
        controller.abort();
        return reply.hijack();
      }
      return reply.headers({ 'total-number': 300, link: '<?page=2>; rel="next"' }).send(rowsTo(100));
    }),
  );
  const asked = linkDataProvider(api.url).getList({
    resource: 'things',
    pagination: { mode: 'off' },
    meta: meta(controller.signal),
  });
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(api.seen).toHaveLength(2);
});

test('the signal is found where the types of Refine have it, too', async () => {
  const api = await apiServer((app) => app.get('/things/1', () => ({ id: 1 })));
  const queryContext = { signal: AbortSignal.abort() } as never;
  const asked = linkDataProvider(api.url).getOne({ resource: 'things', id: 1, meta: { queryContext } });
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(api.seen).toEqual([]);
});

test.each([
  ['signal=x', { signal: 'x' }],
  ['queryContext[signal]=x', { queryContext: { signal: 'x' } as never }],
])(
  "attack: a link with ?%s puts a word in the signal's place, so that no change can be sent",
  async (_, word) => {
    const api = await apiServer((app) => app.patch('/things/1', () => ({ id: 1 })));
    const updated = await linkDataProvider(api.url).update({
      resource: 'things',
      id: 1,
      variables: {},
      meta: word,
    });
    expect(updated).toEqual({ data: { id: 1 } });
  },
);
