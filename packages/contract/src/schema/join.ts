import { Type, type Static } from 'typebox';
import { DateTime, Id } from './id.ts';
import { JOIN_STATES, type JoinState } from './limits.ts';
import { Nullable } from './nullable.ts';

/**
 * What the page of an invitation sends. The token is never part of an address, because proxies log those. One that the
 * portal did not make is not found, and not invalid.
 */
export const JoinInput = Type.Object(
  { token: Type.String({ maxLength: 2048 }) },
  { additionalProperties: false },
);
export type JoinInput = Static<typeof JoinInput>;

/** What the page behind an invitation's link shows. */
export const JoinView = Type.Object({
  state: Type.Unsafe<JoinState>({ type: 'string', enum: [...JOIN_STATES] }),
  /** Whom it is for; all but the first letter and the domain hidden from somebody else. */
  invitee: Type.String(),
  /** Id of the invitation, for its own person, to be accepted with. */
  invitationId: Nullable(Id),
  organization: Nullable(Type.Object({ id: Id, name: Type.String() })),
  inviterName: Nullable(Type.String()),
  roles: Type.Array(
    Type.Object({
      name: Type.String(),
      description: Nullable(Type.String()),
      permissions: Type.Array(Type.Object({ name: Type.String(), description: Nullable(Type.String()) })),
    }),
  ),
  expiresAt: Nullable(DateTime),
  /** The e-mail address or name of who is signed in here. */
  signedInAs: Nullable(Type.String()),
  /** Whether the link alone shows who it is: it came by e-mail, so nobody has to sign in to answer it. */
  canAnswer: Type.Boolean(),
  /** When a new one was asked for. */
  askedAt: Nullable(DateTime),
});
export type JoinView = Static<typeof JoinView>;
