import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer } from './api-server.ts';

test('one record', async () => {
  const api = await apiServer((app) => app.get('/things/1', () => ({ id: 1, name: 'one' })));
  const { data } = await linkDataProvider(api.url).getOne({ resource: 'things', id: 1 });
  expect(data).toEqual({ id: 1, name: 'one' });
});

test('create, update and delete send JSON and give back what came', async () => {
  const api = await apiServer((app) => {
    app.post('/things', (request) => ({ id: 1, got: request.body }));
    app.patch('/things/1', (request) => ({ id: 1, got: request.body }));
    app.delete('/things/1', (request) => ({ id: 1, got: request.body ?? 'nothing' }));
  });
  const provider = linkDataProvider(api.url);
  const resource = 'things';
  const variables = { name: 'Ада' };
  expect(await provider.create({ resource, variables })).toEqual({ data: { id: 1, got: variables } });
  expect(await provider.update({ resource, id: 1, variables })).toEqual({ data: { id: 1, got: variables } });
  expect(await provider.deleteOne({ resource, id: 1, variables })).toEqual({
    data: { id: 1, got: variables },
  });
  expect(await provider.deleteOne({ resource, id: 1 })).toEqual({ data: { id: 1, got: 'nothing' } });
});

test('a reply without a body, or with a word, is a success', async () => {
  const api = await apiServer((app) => {
    app.post('/things', (_, reply) => reply.code(201).type('text/plain').send('Created'));
    app.put('/things/1', (_, reply) => reply.code(204).send());
    app.delete('/things/1', (_, reply) => reply.code(204).send());
  });
  const provider = linkDataProvider(api.url, { resources: { things: { updateMethod: 'PUT' } } });
  const resource = 'things';
  expect(await provider.create({ resource, variables: {} })).toEqual({ data: {} });
  expect(await provider.update({ resource, id: 1, variables: {} })).toEqual({ data: { id: 1 } });
  expect(await provider.deleteOne({ resource, id: 1 })).toEqual({ data: { id: 1 } });
  expect(await provider.custom({ url: 'things/1', method: 'delete' })).toEqual({ data: {} });
});

test('headers are asked for with each request; those of a custom call go before', async () => {
  const api = await apiServer((app) =>
    app.get('/echo', ({ headers }) => ({ a: headers['x-a'], b: headers['x-b'] })),
  );
  let calls = 0;
  const provider = linkDataProvider(api.url, { headers: async () => ({ 'x-a': `${++calls}`, 'x-b': 'b' }) });
  const echo = (headers = {}) => provider.custom({ url: 'echo', method: 'get', headers });
  expect(await echo()).toEqual({ data: { a: '1', b: 'b' } });
  expect(await echo({ 'x-b': 'own' })).toEqual({ data: { a: '2', b: 'own' } });
});

test('fetch is a parameter', async () => {
  const api = await apiServer((app) => app.get('/things/1', ({ headers }) => ({ by: headers['x-by'] })));
  const provider = linkDataProvider(api.url, {
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('x-by', 'me');
      return fetch(input, { ...init, headers });
    },
  });
  expect(await provider.getOne({ resource: 'things', id: 1 })).toEqual({ data: { by: 'me' } });
});
