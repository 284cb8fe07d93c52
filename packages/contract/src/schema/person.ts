import { Type, type Static } from 'typebox';
import { DateTime, Id, Named } from './id.ts';
import { Invitation } from './invitation.ts';
import { PERSON_FIELDS, PERSON_MATCHES, PERSON_STATES } from './limits.ts';
import type { PersonField, PersonMatch, PersonState } from './limits.ts';
import { Nullable } from './nullable.ts';
import { Access } from './organization.ts';
import { pageQuery } from './page-query.ts';

const Field = Type.Unsafe<PersonField>({ type: 'string', enum: [...PERSON_FIELDS] });
const Match = Type.Unsafe<PersonMatch>({ type: 'string', enum: [...PERSON_MATCHES] });
const State = Type.Unsafe<PersonState>({ type: 'string', enum: [...PERSON_STATES] });

/** Something to look for, so that nobody is shown everybody by mistake. Each character stands for itself. */
const soughtText = Type.String({ maxLength: 256, pattern: '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$' });

const search = {
  q: soughtText,
  /** Default: any. */
  field: Type.Optional(Field),
  /** Default: contains. */
  match: Type.Optional(Match),
  /** Capital and small letters are told apart. */
  sensitive: Type.Optional(Type.Boolean()),
};
export const PeopleQuery = Type.Object({ ...pageQuery, ...search }, { additionalProperties: false });
export type PeopleSearch = Omit<Static<typeof PeopleQuery>, keyof typeof pageQuery>;

/** As staff see them; what is null of somebody without an account is not known. */
const account = {
  id: Id,
  name: Nullable(Type.String()),
  username: Nullable(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String({ description: 'Digits, with the code of the country' })),
  avatar: Nullable(Type.String()),
  lastSignInAt: Nullable(DateTime),
  createdAt: DateTime,
};
export const Account = Type.Object(account);
export type Account = Static<typeof Account>;

/** Somebody who was found: an account, or an address that was invited and has none. */
export const FoundPerson = Type.Object({
  id: Type.String({ description: 'Of the account, or the address' }),
  state: State,
  email: Nullable(Type.String()),
  account: Type.Union([Account, Type.Null()]),
  /** Of an address without an account. */
  invited: Type.Union([
    Type.Object({
      Pending: Type.Integer(),
      Accepted: Type.Integer(),
      Expired: Type.Integer(),
      Revoked: Type.Integer(),
    }),
    Type.Null(),
  ]),
});
export type FoundPerson = Static<typeof FoundPerson>;

const organization = Type.Object({ id: Id, name: Nullable(Type.String()), access: Access });

/** All that the asker may see of one person. */
export const PersonCard = Type.Object({
  state: State,
  email: Nullable(Type.String()),
  account: Type.Union([Account, Type.Null()]),
  /** The asker sees some organizations only: what is in others is not here. */
  isLimited: Type.Boolean(),
  memberships: Type.Array(Type.Object({ organization, roles: Type.Array(Named) })),
  /** To the address, newest first. */
  invitations: Type.Array(Type.Object({ organization, invitation: Invitation })),
});
export type PersonCard = Static<typeof PersonCard>;

/** What came of suspending somebody who is an admin of many organizations: these are checked afterwards. */
export const PersonSuspension = Type.Object({
  startedAt: Nullable(DateTime),
  startedBy: Nullable(Type.Object({ id: Id, name: Nullable(Type.String()) })),
  /** How many are to be checked, have another admin, have none, and were deleted. */
  organizations: Type.Object({
    waiting: Type.Integer(),
    kept: Type.Integer(),
    left: Type.Integer(),
    gone: Type.Integer(),
  }),
  /** Those that have no other admin, by name. */
  left: Type.Array(Type.Object({ id: Id, name: Nullable(Type.String()) })),
});
export type PersonSuspension = Static<typeof PersonSuspension>;

export const PersonParams = Type.Object({ personId: Id });
export const PersonAddressQuery = Type.Object(
  { email: Type.String({ minLength: 1, maxLength: 320, pattern: '^[^\\u0000]*$' }) },
  { additionalProperties: false },
);
