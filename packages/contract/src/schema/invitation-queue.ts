import { Type, type Static } from 'typebox';
import { DateTime, Id, Named } from './id.ts';
import { Invitation, LanguageName } from './invitation.ts';
import { MAX_ORGANIZATIONS, QUEUE_KINDS, type QueueKind } from './limits.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';

const Kind = Type.Unsafe<QueueKind>({ type: 'string', enum: [...QUEUE_KINDS] });

/** Something that staff should look after: an invitation that ends or has ended, or a message that was not sent. */
export const QueuedInvitation = Type.Object({
  id: Type.String({ description: 'Of the entry, not of the invitation' }),
  kind: Kind,
  organization: Type.Object({ id: Id, name: Nullable(Type.String()) }),
  /** None where it was not even created. */
  invitationId: Nullable(Id),
  invitee: Type.String(),
  roles: Type.Array(Named),
  /** Why the person who asks may not send it again: `role.above_ceiling` or `role.required`. */
  refusal: Type.Union([ProblemCodeSchema, Type.Null()]),
  inviter: Type.Union([Type.Object({ id: Id, name: Nullable(Type.String()) }), Type.Null()]),
  /** When it was sent, or could not be. */
  time: DateTime,
  expiresAt: Nullable(DateTime),
  askedAt: Nullable(DateTime),
  problem: Type.Union([ProblemCodeSchema, Type.Null()]),
});
export type QueuedInvitation = Static<typeof QueuedInvitation>;

const filters = {
  organization: Type.Optional(Id),
  inviter: Type.Optional(Id),
  q: Type.Optional(searchText),
  olderThan: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 3_650, description: 'Days since it was sent, or could not be' }),
  ),
};

export const InvitationQueueQuery = Type.Object(
  { ...pageQuery, kind: Type.Optional(Kind), ...filters },
  { additionalProperties: false },
);
export const InvitationQueueCountsQuery = Type.Object(filters, { additionalProperties: false });
export type InvitationQueueFilter = Static<typeof InvitationQueueCountsQuery>;

export const InvitationQueueCounts = Type.Object({
  expiring: Type.Integer(),
  pending: Type.Integer(),
  expired: Type.Integer(),
  failed: Type.Integer(),
  capped: Type.Array(Kind, { description: 'Those whose number is a lower bound' }),
});
export type InvitationQueueCounts = Static<typeof InvitationQueueCounts>;

/** The portal's own index of all invitations, as far as it is open to whoever asks. */
export const InvitationIndexState = Type.Object({
  asOf: Nullable(DateTime),
  isComplete: Type.Boolean({ description: 'Whether each organization has been read at least once' }),
  organizations: Type.Object({
    read: Type.Integer(),
    total: Nullable(Type.Integer({ description: 'Null: they have not been listed yet' })),
  }),
});
export type InvitationIndexState = Static<typeof InvitationIndexState>;

/** One person, several organizations. */
export const WideInvitationInput = Type.Object(
  {
    invitee: Type.String({ minLength: 1, maxLength: 320 }),
    organizations: Type.Array(
      Type.Object(
        { organizationId: Id, roleIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MAX_ORGANIZATIONS },
    ),
    expiresAt: DateTime,
    language: Type.Optional(LanguageName),
  },
  { additionalProperties: false },
);
export type WideInvitationInput = Static<typeof WideInvitationInput>;

export const WideInvitationResults = Type.Object({
  results: Type.Array(
    Type.Object({
      organizationId: Id,
      invitation: Type.Optional(Invitation),
      problem: Type.Optional(Type.Object({ code: ProblemCodeSchema, detail: Type.String() })),
    }),
  ),
});
export type WideInvitationResults = Static<typeof WideInvitationResults>;
