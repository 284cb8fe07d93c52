import { Type, type Static } from 'typebox';
import { LANGUAGES, type Language } from '../language.ts';
import { DateTime, Id, Named } from './id.ts';
import { INVITATION_STATUSES, MAX_INVITEES, type InvitationStatus } from './limits.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';

const Status = Type.Unsafe<InvitationStatus>({ type: 'string', enum: [...INVITATION_STATUSES] });

export const LanguageName = Type.Unsafe<Language>({ type: 'string', enum: [...LANGUAGES] });

export const Invitation = Type.Object({
  id: Id,
  invitee: Type.String({ description: 'E-mail address' }),
  status: Status,
  roles: Type.Array(Named),
  inviter: Type.Union([Type.Object({ id: Id, name: Nullable(Type.String()) }), Type.Null()]),
  createdAt: DateTime,
  expiresAt: DateTime,
});
export type Invitation = Static<typeof Invitation>;

export const InvitationParams = Type.Object({ organizationId: Id, invitationId: Id });

export const InvitationListQuery = Type.Object(
  { ...pageQuery, status: Type.Optional(Status), q: Type.Optional(searchText) },
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
