import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;

beforeAll(async () => {
  logto = await startDevLogto({ seed: 'none' });
  api = await managementApi(logto.origin);
  const people = [
    { name: 'Ada Lovelace', username: 'ada', primaryEmail: 'ada@engine.example' },
    { name: 'Charles Babbage', username: 'charles', primaryEmail: 'Charles@Engine.example' },
    { name: 'Grace Hopper', username: 'grace_h', primaryPhone: '12025550143' },
    { name: 'a'.repeat(120), username: 'long' },
    { username: 'nameless', primaryEmail: 'nobody@navy.example' },
  ];
  for (const one of people) await api('POST', '/users', one);
});
afterAll(() => logto.close());

async function found(query: string): Promise<string[]> {
  const { status, body } = await api('GET', `/users?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.map(({ username }: { username: string }) => username).sort();
}

test.each([
  ['search=%25ngine%25', ['ada', 'charles']],
  ['search=ngine', []],
  ['search.name=%25LOVE%25', ['ada']],
  ['search.name=%25LOVE%25&isCaseSensitive=true', []],
  ['search.username=ad_', ['ada']],
  ['search.username=ada&search.username=grace_h&mode.username=exact', ['ada', 'grace_h']],
  ['search=ADA&mode=exact', ['ada']],
  ['search.primaryEmail=%25engine%25&search.name=%25Ada%25&joint=and', ['ada']],
  ['search.primaryEmail=%25engine%25&search.name=%25Grace%25', ['ada', 'charles', 'grace_h']],
  ['search.username=(ada|grace)%25&mode.username=similar_to&isCaseSensitive=true', ['ada', 'grace_h']],
  ['search.username=^(ADA|gr)&mode.username=posix', ['ada', 'grace_h']],
  ['search.primaryPhone=^[[:digit:]]{11}$&mode.primaryPhone=posix', ['grace_h']],
  ['search.username=%25\\_%25', ['grace_h']],
  ['search.username=%25\\%25%25', []],
  ['search.username=gr\\ace%25', ['grace_h']],
  ['search.username=grace_h\\', []],
  ['search.name=%25', ['ada', 'charles', 'grace_h', 'long']],
])('%s', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test.each([
  ['search=', 'Search value cannot be empty.'],
  ['search.shoeSize=44', 'Search field `shoe_size` is not valid'],
  ['search.name.first=a', 'Unsupported nested search field path `name.first` detected.'],
  ['search=a&search=b', 'Only one search value is allowed'],
  ['search=a&mode=fuzzy', 'Search match mode `fuzzy` is not valid'],
  ['search=a&joint=xor', 'Search joint mode `xor` is not valid'],
  ['search=a&mode=similar_to', 'Cannot use case-insensitive match for `similar to`.'],
  ['search=(&mode=posix', 'no valid pattern'],
])('%s makes no sense', async (query, why) => {
  const { status, body } = await api('GET', `/users?${query}`);
  expect(status).toBe(400);
  expect(body.code).toBe('request.invalid_input');
  expect(body.message).toContain(why);
});

// Attack: somebody searches for `%_%_%_…`, and the server answers nobody for minutes.
test.each([
  ['%_'.repeat(40), ['long']],
  ['_%'.repeat(121), []],
  [`${'%a'.repeat(60)}%b`, []],
  [`${'%a_'.repeat(40)}%`, ['long']],
])('search.name=%s is answered at once', async (pattern, expected) => {
  const began = performance.now();
  const query = `search.name=${encodeURIComponent(pattern)}`;
  expect(await found(query)).toEqual(expected);
  const q = new URLSearchParams({ q: pattern });
  expect((await api('GET', `/organizations?${q}`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1_000);
});

// Attack: the same with a regular expression that JavaScript tries for hours.
test.each(['posix', 'similar_to'])('((a*)*)*! in mode %s is answered at once', async (mode) => {
  const began = performance.now();
  expect(await found(`search.name=((a*)*)*!&mode.name=${mode}&isCaseSensitive=true`)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('roles, scopes and applications are searched in the same way', async () => {
  await api('POST', '/roles', { name: 'auditor', description: 'Reads the books' });
  const total = async (path: string) => (await api('GET', path)).headers.get('total-number');
  expect(await total('/roles?search=%25books%25')).toBe('1');
  expect(await total('/applications?page=1&search.name=Org%20Portal&mode.name=exact')).toBe('1');
  expect(await total('/resources/management-api/scopes?search=all')).toBe('1');
});
