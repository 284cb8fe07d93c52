import { expect, it } from 'vitest';
import { json, startUpstream, works, type Handler } from './upstream.ts';

/** Logto's manners: an ETag on each GET, and 304 for the one that it is. */
const tagged: Handler = (request, reply) => {
  const etag = `"${request.url}"`;
  reply.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.writeHead(304).end();
  return works(request, reply);
};

it('a first read gives the ETag along', async () => {
  const { api } = await startUpstream({ api: tagged });
  await expect(api.ifChanged(undefined, (read) => read.users.get('u1'))).resolves.toEqual({
    isModified: true,
    etag: '"/api/users/u1"',
    value: expect.objectContaining({ id: 'u1' }),
  });
});

it('what has not changed comes without a body', async () => {
  const { api, calls } = await startUpstream({ api: tagged });
  const etag = '"/api/users/u1"';
  await expect(api.ifChanged(etag, (read) => read.users.get('u1'))).resolves.toEqual({
    isModified: false,
    etag,
    list: undefined,
  });
  expect(calls('/api/')[0]!.headers['if-none-match']).toBe(etag);
});

it('what has changed comes in full', async () => {
  const { api } = await startUpstream({ api: tagged });
  const read = await api.ifChanged('"old"', (one) => one.users.get('u1'));
  expect(read).toMatchObject({ isModified: true, etag: '"/api/users/u1"' });
});

it('a page goes the same way', async () => {
  const { api } = await startUpstream({
    api: (_request, reply) => json(reply, 200, [], { 'total-number': '0', etag: '"page"' }),
  });
  const page = { page: 1, pageSize: 20 };
  const read = await api.ifChanged(undefined, (one) => one.members.list('o1', page));
  expect(read).toEqual({
    isModified: true,
    etag: '"page"',
    value: { items: [], total: 0, isTotalCapped: false },
  });
});

it('a page that has not changed still tells how many there are on all pages', async () => {
  const { api } = await startUpstream({
    api: (_request, reply) => reply.writeHead(304, { 'total-number': '21', etag: '"page"' }).end(),
  });
  const page = { page: 1, pageSize: 20 };
  await expect(api.ifChanged('"page"', (one) => one.members.list('o1', page))).resolves.toEqual({
    isModified: false,
    etag: '"page"',
    list: { total: 21, isTotalCapped: false },
  });
});

// Attack: 304 for what one person has would be an empty page, or another's page, for a person who has something else.
it('reads with different ETags are never one call', async () => {
  const { api, calls } = await startUpstream({ api: tagged });
  const [has, hasNot, plain] = await Promise.all([
    api.ifChanged('"/api/users/u1"', (read) => read.users.get('u1')),
    api.ifChanged('"other"', (read) => read.users.get('u1')),
    api.users.get('u1'),
  ]);
  expect(has.isModified).toBe(false);
  expect(hasNot.isModified).toBe(true);
  expect(plain).toMatchObject({ id: 'u1' });
  expect(calls('/api/')).toHaveLength(3);
});

it('one ETag cannot stand for several reads', async () => {
  const { api } = await startUpstream({ api: tagged });
  const two = api.ifChanged('"/api/users/u2"', async (read) => {
    await read.users.get('u1');
    return read.users.get('u2');
  });
  await expect(two).rejects.toThrow(RangeError);
});

it('304 that nobody asked for is unexpected', async () => {
  const { api } = await startUpstream({ api: (_request, reply) => reply.writeHead(304).end() });
  await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.unexpected_response' });
});
