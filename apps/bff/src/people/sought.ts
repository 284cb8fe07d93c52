import { foldText, type PeopleSearch } from '@org-portal/contract';
import type { LogtoUser, UserField } from '@org-portal/management-api';
import { Problem } from '../problem/problem.ts';

/** What is looked for, by field of a user. */
export type Texts = Partial<Record<UserField, string>>;

const ALL: readonly UserField[] = ['id', 'name', 'username', 'primaryEmail', 'primaryPhone'];
const FIELDS: Record<NonNullable<PeopleSearch['field']>, readonly UserField[]> = {
  any: ALL,
  email: ['primaryEmail'],
  name: ['name'],
  phone: ['primaryPhone'],
  username: ['username'],
  id: ['id'],
};

/** As people write telephone numbers; Logto has the digits alone. */
const NUMBER = /^[\d\s+().\-/]+$/;

/**
 * @returns what to look for in each field that the search is about
 * @throws Problem `request.invalid` for a telephone number without a digit
 */
export function textsOf({ q, field = 'any' }: PeopleSearch): Texts {
  const text = q.trim();
  const digits = NUMBER.test(text) ? text.replace(/\D+/g, '') : '';
  if (field === 'phone' && digits === '') {
    throw new Problem('request.invalid', 'A telephone number has digits, and nothing but digits counts.', {
      errors: [{ pointer: '/q', detail: 'is not a telephone number' }],
    });
  }
  const texts = FIELDS[field].map((one): [UserField, string] => [
    one,
    one === 'primaryPhone' ? digits : text,
  ]);
  return Object.fromEntries(texts.filter(([, sought]) => sought !== ''));
}

/** @returns whether a user, or an address, fits: as a search of all accounts would decide it */
export function matcherOf(
  texts: Texts,
  { match = 'contains', sensitive = false }: PeopleSearch,
): (user: Partial<Pick<LogtoUser, UserField>>) => boolean {
  const fold = (text: string) => {
    if (match === 'contains' && !sensitive) return foldText(text);
    return sensitive ? text.normalize('NFC') : text.normalize('NFC').toLowerCase();
  };
  const sought = Object.entries(texts).map(([field, text]) => [field as UserField, fold(text)] as const);
  return (user) =>
    sought.some(([field, text]) => {
      const has = fold(user[field] ?? '');
      return match === 'exact' ? has === text : has.includes(text);
    });
}
