import type { CrudFilter } from '@refinedev/core';
import { expect, test } from 'vitest';
import { linkDataProvider, type LinkDataProviderOptions } from '../src/index.ts';
import { apiServer } from './api-server.ts';

async function ask(
  filters: CrudFilter[],
  options: LinkDataProviderOptions = {},
  sorters: { field: string; order: 'asc' }[] = [],
) {
  const api = await apiServer((app) =>
    app.get('/things', (_, reply) => reply.header('total-number', 0).send([])),
  );
  const asked = linkDataProvider(api.url, options).getList({ resource: 'things', filters, sorters });
  return {
    asked,
    seen: () => asked.then(() => api.seen[0]?.replace('GET /api/things?page=1&page_size=10', '')),
  };
}

test.each<[CrudFilter, string]>([
  [{ field: 'status', operator: 'eq', value: 'Pending' }, '&status=Pending'],
  [{ field: 'suspended', operator: 'eq', value: false }, '&suspended=false'],
  [{ field: 'q', operator: 'contains', value: 'a&b=c #1' }, '&q=a%26b%3Dc+%231'],
  [{ field: 'role', operator: 'in', value: ['owner', 'admin'] }, '&role=owner&role=admin'],
  [{ field: 'role', operator: 'eq', value: undefined }, ''],
  [{ field: 'q', operator: 'contains', value: '' }, ''],
])('%j is sent as "%s"', async (filter, sent) => {
  const { seen } = await ask([filter]);
  expect(await seen()).toBe(sent);
});

test.each<CrudFilter>([
  { field: 'name', operator: 'contains', value: 'ada' },
  { field: 'name', operator: 'startswith', value: 'ada' },
  { field: 'status', operator: 'ne', value: 'Pending' },
  { field: 'role', operator: 'in', value: [] },
  { field: 'role', operator: 'eq', value: ['owner'] },
  { field: 'role', operator: 'eq', value: { $gt: '' } },
  { field: 'page_size', operator: 'eq', value: '5000' },
  { operator: 'or', value: [{ field: 'status', operator: 'eq', value: 'Pending' }] },
])('%j is an error, not dropped', async (filter) => {
  const { asked } = await ask([filter]);
  await expect(asked).rejects.toMatchObject({ kind: 'request' });
});

test('rules of a resource take the place of the general ones', async () => {
  const options = {
    rules: { filters: {} },
    resources: { things: { filters: { name: ['contains'] } } },
  } satisfies LinkDataProviderOptions;
  const { seen } = await ask([{ field: 'name', operator: 'contains', value: 'ada' }], options);
  expect(await seen()).toBe('&name=ada');
  for (const field of ['q', 'constructor']) {
    const { asked } = await ask([{ field, operator: 'contains', value: 'ada' }], options);
    await expect(asked).rejects.toThrow(`cannot be filtered by "${field}"`);
  }
});

test('a sorter is an error without a rule, and written by the rule if there is one', async () => {
  const sorters = [{ field: 'name', order: 'asc' as const }];
  const { asked } = await ask([], {}, sorters);
  await expect(asked).rejects.toMatchObject({
    kind: 'request',
    message: expect.stringContaining('sorted by "name"'),
  });
  const rules = {
    sort: ([first]: readonly { field: string; order: string }[]) => ({
      sort: `${first?.field}:${first?.order}`,
    }),
  };
  const { seen } = await ask([], { rules }, sorters);
  expect(await seen()).toBe('&sort=name%3Aasc');
});
