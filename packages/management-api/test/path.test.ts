import { expect, it } from 'vitest';
import { startUpstream } from './upstream.ts';

// Attack: an id that leaves its path segment would let a tenant admin reach another path of the Management API,
// with a token that may do everything.
it.each(['a/b', '../roles', 'a?x=1', 'a#b', '%2e%2e', 'a%2fb', 'ä b', 'a\r\nHost: evil', 'a\u0000b'])(
  'the id %j stays one segment',
  async (id) => {
    const { api, seen } = await startUpstream();
    await api.users.get(id);
    expect(seen.at(-1)!.path).toBe(`/api/users/${encodeURIComponent(id)}`);
  },
);

it.each(['', '.', '..'])('the id %j is never sent', async (id) => {
  const { api, seen } = await startUpstream();
  expect(() => api.users.get(id)).toThrow(RangeError);
  expect(seen).toEqual([]);
});
