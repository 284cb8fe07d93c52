import { Type, type Static } from 'typebox';
import { LANGUAGES, type Language } from '../language.ts';
import { DateTime, Id, Named } from './id.ts';
import { INVITATION_STATES, INVITATION_STATUSES, MAX_INVITEES } from './limits.ts';
import type { InvitationState, InvitationStatus } from './limits.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';

const Status = Type.Unsafe<InvitationStatus>({ type: 'string', enum: [...INVITATION_STATUSES] });
const State = Type.Unsafe<InvitationState>({ type: 'string', enum: [...INVITATION_STATES] });

export const LanguageName = Type.Unsafe<Language>({ type: 'string', enum: [...LANGUAGES] });

export const Invitation = Type.Object({
  id: Id,
  invitee: Type.String({ description: 'E-mail address' }),
  status: Status,
  roles: Type.Array(Named),
  inviter: Type.Union([Type.Object({ id: Id, name: Nullable(Type.String()) }), Type.Null()]),
  createdAt: DateTime,
  expiresAt: DateTime,
  /** Of its messages. */
  language: LanguageName,
  /** Revoked, and by the invited person. */
  declined: Type.Boolean(),
  /** When the invited person asked for a new one, last. */
  askedAt: Nullable(DateTime),
});
export type Invitation = Static<typeof Invitation>;

export const InvitationParams = Type.Object({ organizationId: Id, invitationId: Id });

const filters = {
  q: Type.Optional(searchText),
  role: Type.Optional(Id),
  inviter: Type.Optional(Id),
  /** Pending, and ends within 48 hours. */
  expiring: Type.Optional(Type.Boolean()),
  /** Has expired, the invited person asked for a new one, and none has been sent since. */
  asked: Type.Optional(Type.Boolean()),
};

/** What was declined is not among what was revoked; nor is what another invitation took the place of among anything. */
export const InvitationListQuery = Type.Object(
  { ...pageQuery, status: Type.Optional(State), ...filters },
  { additionalProperties: false },
);

/** How many there are in each state, of those that the filters leave. */
export const InvitationCountsQuery = Type.Object(filters, { additionalProperties: false });
export const InvitationCounts = Type.Object({
  all: Type.Integer(),
  Pending: Type.Integer(),
  Accepted: Type.Integer(),
  Expired: Type.Integer(),
  Revoked: Type.Integer(),
  Declined: Type.Integer(),
  /** Of those that are pending. */
  expiring: Type.Integer(),
  /** Of those that have expired: whose people wait for a new one. */
  asked: Type.Integer(),
});
export type InvitationCounts = Static<typeof InvitationCounts>;

/** Somebody who has sent invitations of the organization. */
export const InviterCount = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  count: Type.Integer({ description: 'Invitations' }),
});
export type InviterCount = Static<typeof InviterCount>;
export const InviterListQuery = Type.Object(
  { ...pageQuery, q: Type.Optional(searchText) },
  { additionalProperties: false },
);

/** Addresses are checked one by one: a bad one is a failed result, not a refused request. */
export const InvitationInput = Type.Object(
  {
    invitees: Type.Array(Type.String({ minLength: 1, maxLength: 320 }), {
      minItems: 1,
      maxItems: MAX_INVITEES,
    }),
    roleIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
    expiresAt: DateTime,
    /** Of the message. Default: English. */
    language: Type.Optional(LanguageName),
  },
  { additionalProperties: false },
);
export type InvitationInput = Static<typeof InvitationInput>;

/** What became of one address: an invitation, or the reason why there is none. */
export const InvitationResult = Type.Object({
  invitee: Type.String(),
  invitation: Type.Optional(Invitation),
  problem: Type.Optional(Type.Object({ code: ProblemCodeSchema, detail: Type.String() })),
});
export type InvitationResult = Static<typeof InvitationResult>;

export const InvitationResults = Type.Object({ results: Type.Array(InvitationResult) });
export type InvitationResults = Static<typeof InvitationResults>;

/** An invitation as the invited person sees it. */
export const ReceivedInvitation = Type.Object({
  id: Id,
  organization: Named,
  roles: Type.Array(Named),
  inviter: Type.Union([Type.Object({ id: Id, name: Nullable(Type.String()) }), Type.Null()]),
  expiresAt: DateTime,
});
export type ReceivedInvitation = Static<typeof ReceivedInvitation>;

export const ReceivedInvitationParams = Type.Object({ invitationId: Id });
