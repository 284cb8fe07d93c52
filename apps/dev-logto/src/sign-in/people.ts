import type { User } from '../store/entities.ts';
import { giveDefaultRoles, joinByEmailDomain, joinOrganizations } from '../store/just-in-time.ts';
import { newId } from '../store/new-id.ts';
import type { OneTimeToken } from '../store/one-time-token.ts';
import { digestOf } from '../store/password.ts';
import type { Store } from '../store/store.ts';

/** What people type to register: an e-mail comes from a magic link only, which proves it. */
export interface Registration {
  readonly username: string;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
}

/** Why nobody can register so; one of the words of the page. */
export type RegistrationRefusal = 'usernameInvalid' | 'usernameTaken' | 'passwordShort';

/** Logto's default sign-up settings: a username, and for those without a magic link a password of 8 or more. */
export function refusalOf(store: Store, given: Registration): RegistrationRefusal | undefined {
  if (!/^[A-Z_a-z]\w{0,127}$/.test(given.username)) return 'usernameInvalid';
  if (store.users.byUsername(given.username)) return 'usernameTaken';
  return given.email === undefined && (given.password ?? '').length < 8 ? 'passwordShort' : undefined;
}

/** Makes the user, with the roles and the organizations that new people get. */
export function register(store: Store, { username, email, password }: Registration): User {
  const now = Date.now();
  const user = store.users.insert({
    id: newId(12),
    username,
    primaryEmail: email ?? null,
    primaryPhone: null,
    name: null,
    avatar: null,
    customData: {},
    identities: {},
    lastSignInAt: now,
    createdAt: now,
    updatedAt: now,
    profile: {},
    applicationId: null,
    isSuspended: false,
    passwordDigest: password === undefined ? null : digestOf(password),
  });
  giveDefaultRoles(store, user.id);
  joinByEmailDomain(store, user);
  return user;
}

/** Joins the organizations that the magic link names; answers those that are new to the person. */
export function joinOrganizationsOf(store: Store, { context }: OneTimeToken, userId: string): string[] {
  const before = new Set(store.members.organizationsOf(userId));
  joinOrganizations(store, userId, context.jitOrganizationIds ?? []);
  return store.members.organizationsOf(userId).filter((id) => !before.has(id));
}
