import { z } from 'zod';
import { RequestError, tooLong } from '../http/request-error.ts';
import type { Store } from '../store/store.ts';
import { anyObject } from './fields.ts';

const text = z.string();
const address = z
  .object({
    formatted: text,
    streetAddress: text,
    locality: text,
    region: text,
    postalCode: text,
    country: text,
  })
  .partial();

/** OpenID Connect's standard claims, in Logto's spelling. */
export const profile = z
  .object({
    familyName: text,
    givenName: text,
    middleName: text,
    nickname: text,
    preferredUsername: text,
    profile: text,
    website: text,
    gender: text,
    birthdate: text,
    zoneinfo: text,
    locale: text,
    address,
  })
  .partial();

export const username = z.string().regex(/^[A-Z_a-z]\w*$/);
export const email = z.string().regex(/^\S+@\S+\.\S+$/);
export const phone = z.string().regex(/^\d+$/);
export const avatar = z.string().url().or(z.literal(''));
export const customData = anyObject;

export interface Identifiers {
  readonly username?: string | null | undefined;
  readonly primaryEmail?: string | null | undefined;
  readonly primaryPhone?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly avatar?: string | null | undefined;
}

/**
 * What the database refuses of a new or changed user: text longer than its columns, and the e-mail (in any
 * case), username or phone of somebody else.
 */
export function assertStorable(store: Store, given: Identifiers, self?: string): void {
  const taken = (found: { id: string } | undefined) => found !== undefined && found.id !== self;
  if (given.username && taken(store.users.byUsername(given.username)))
    throw new RequestError(422, 'user.username_already_in_use');
  if (given.primaryEmail && taken(store.users.byEmail(given.primaryEmail)))
    throw new RequestError(422, 'user.email_already_in_use');
  if (given.primaryPhone && taken(store.users.byPhone(given.primaryPhone)))
    throw new RequestError(422, 'user.phone_already_in_use');
  const short = [given.username, given.primaryEmail, given.primaryPhone, given.name];
  if (short.some((one) => (one?.length ?? 0) > 128) || (given.avatar?.length ?? 0) > 2048) throw tooLong();
}
