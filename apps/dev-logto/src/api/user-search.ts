import type { User } from '../store/entities.ts';
import { matchingUser, searchedFields } from '../store/find-users.ts';
import { like } from '../store/like.ts';

type Field = (typeof searchedFields)[number];
type Test = (user: User) => boolean;

const isField = (name: string): name is Field => (searchedFields as readonly string[]).includes(name);

/**
 * Logto's "advanced user search", as far as `search`, `search.{field}`, `mode.{field}` (`like`, `exact`),
 * `joint` and `isCaseSensitive` go. Every parameter that finds nothing to do is ignored, as upstream.
 */
export function userSearch(query: URLSearchParams): Test {
  const tests = [...new Set(query.keys())].flatMap((key) => testsOf(key, query));
  if (tests.length === 0) return () => true;
  return query.get('joint') === 'and'
    ? (user) => tests.every((test) => test(user))
    : (user) => tests.some((test) => test(user));
}

function testsOf(key: string, query: URLSearchParams): Test[] {
  if (key === 'search') return query.getAll(key).filter(Boolean).map(matchingUser);
  const field = key.replace(/^search\./, '');
  if (field === key || !isField(field)) return [];
  const insensitive = query.get('isCaseSensitive') !== 'true';
  const exact = (query.get(`mode.${field}`) ?? query.get('mode')) === 'exact';
  return query.getAll(key).map((value) => {
    const fits = exact ? equal(value, insensitive) : like(value, { insensitive });
    return (user) => fits(user[field] ?? '');
  });
}

function equal(value: string, insensitive: boolean): (text: string) => boolean {
  const fold = (text: string) => (insensitive ? text.toLowerCase() : text);
  return (text) => fold(text) === fold(value);
}
