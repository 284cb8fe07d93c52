import type { HttpError } from '@refinedev/core';
import type { TFunction } from 'i18next';
import { problemWords } from '../../../problems/problem-words.ts';
import type { InviteValues } from './invite-values.ts';

/** Field of the request → field of the form. */
const FIELDS: ReadonlyMap<string, keyof InviteValues> = new Map([
  ['roleIds', 'roleIds'],
  ['expiresAt', 'expiry'],
  ['reason', 'reason'],
]);

/**
 * @param error what the portal refused the whole request with
 * @returns the fields that it names, with what is wrong in words, for the form to mark
 */
export function fieldFaults(error: unknown, t: TFunction): { name: keyof InviteValues; errors: string[] }[] {
  const named = Object.keys((error as Partial<HttpError>).errors ?? {});
  const fields = named.flatMap((path) => FIELDS.get(path.split('.', 1).join()) ?? []);
  return [...new Set(fields)].map((name) => ({ name, errors: [problemWords(error, t).text] }));
}
