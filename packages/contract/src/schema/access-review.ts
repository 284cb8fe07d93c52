import { Type, type Static } from 'typebox';
import { VISIBLE_PATTERN } from '../visible-text.ts';
import { DateTime, Id, Named } from './id.ts';
import {
  MAX_DECISIONS,
  MAX_REVIEW_ORGANIZATIONS,
  REMOVAL_STATES,
  REVIEW_DECISIONS,
  REVIEW_DIFFERENCES,
  REVIEW_STATUSES,
  type RemovalState,
  type ReviewDecision,
  type ReviewDifference,
  type ReviewStatus,
} from './limits.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';
import { Snapshot, SnapshotMembership } from './snapshot.ts';

const Status = Type.Unsafe<ReviewStatus>({ type: 'string', enum: [...REVIEW_STATUSES] });
const Decision = Type.Unsafe<ReviewDecision>({ type: 'string', enum: [...REVIEW_DECISIONS] });
const Difference = Type.Unsafe<ReviewDifference>({ type: 'string', enum: [...REVIEW_DIFFERENCES] });
const State = Type.Unsafe<RemovalState>({ type: 'string', enum: [...REMOVAL_STATES] });
const Somebody = Type.Object({ id: Id, name: Nullable(Type.String()) });
const NobodyOr = Type.Union([Somebody, Type.Null()]);

/** `undefined` organizations or roles: all of them. */
export const AccessReviewInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: VISIBLE_PATTERN }),
    organizationIds: Type.Optional(
      Type.Array(Id, { minItems: 1, maxItems: MAX_REVIEW_ORGANIZATIONS, uniqueItems: true }),
    ),
    roleIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })),
    reviewerIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
    dueAt: DateTime,
  },
  { additionalProperties: false },
);
export type AccessReviewInput = Static<typeof AccessReviewInput>;

/** Who holds which role, as it was at one time, looked through by people line by line. */
export const AccessReview = Type.Object({
  id: Id,
  name: Type.String(),
  status: Status,
  scope: Type.Object({
    /** None: all organizations. */
    organizationIds: Type.Union([Type.Array(Id), Type.Null()]),
    /** None: all roles, and members without any. */
    roleIds: Type.Union([Type.Array(Id), Type.Null()]),
    /** What the organizations were called when it was read who holds what; of a few only. */
    organizationNames: Type.Array(Named),
    /** What the roles were called when it was begun. */
    roleNames: Type.Array(Named),
  }),
  reviewers: Type.Array(Somebody),
  dueAt: DateTime,
  createdBy: Somebody,
  createdAt: DateTime,
  /** Since when it shows what it shows. */
  openedAt: Nullable(DateTime),
  /** Organizations that vanished while it was read who holds what: they have no lines. */
  gone: Type.Integer(),
  closedBy: NobodyOr,
  closedAt: Nullable(DateTime),
  lines: Type.Object({
    total: Type.Integer(),
    kept: Type.Integer(),
    toRemove: Type.Integer(),
    undecided: Type.Integer(),
  }),
  /** How far it has come, while it is prepared. */
  snapshot: Type.Union([Snapshot, Type.Null()]),
  /** The last one of the same organizations and roles that was closed before. */
  previous: Type.Union([Type.Object({ id: Id, name: Type.String(), closedAt: DateTime }), Type.Null()]),
  /** What has become of the lines marked for removal, once somebody has had them removed. */
  removal: Type.Union([
    Type.Object({
      startedBy: Somebody,
      startedAt: DateTime,
      finishedAt: Nullable(DateTime),
      counts: Type.Object({
        waiting: Type.Integer(),
        removed: Type.Integer(),
        gone: Type.Integer(),
        refused: Type.Integer(),
        failed: Type.Integer(),
      }),
    }),
    Type.Null(),
  ]),
});
export type AccessReview = Static<typeof AccessReview>;

/** One role of one person in one organization; without a role: the bare membership. */
export const AccessReviewLine = Type.Object({
  id: Type.String({ description: 'Its number' }),
  number: Type.Integer(),
  organization: SnapshotMembership.properties.organization,
  person: SnapshotMembership.properties.person,
  role: Type.Union([Named, Type.Null()]),
  lastSignInAt: Nullable(DateTime),
  isSuspended: Type.Boolean(),
  decision: Type.Union([Decision, Type.Null()]),
  note: Nullable(Type.String()),
  decidedBy: NobodyOr,
  decidedAt: Nullable(DateTime),
  /** Goes up with each decision, so that nobody overwrites what they have not seen. */
  version: Type.Integer(),
  /** Of a line marked for removal, once somebody has had them removed. */
  removal: Type.Union([
    Type.Object({
      state: State,
      problem: Type.Union([Type.Object({ code: ProblemCodeSchema, detail: Type.String() }), Type.Null()]),
      /** Since when it is so. */
      at: Nullable(DateTime),
    }),
    Type.Null(),
  ]),
});
export type AccessReviewLine = Static<typeof AccessReviewLine>;

export const AccessReviewParams = Type.Object({ reviewId: Id });

export const AccessReviewListQuery = Type.Object(
  { ...pageQuery, status: Type.Optional(Status) },
  { additionalProperties: false },
);

const lines = {
  organization: Type.Optional(Id),
  role: Type.Optional(Id),
  decision: Type.Optional(
    Type.Unsafe<ReviewDecision | 'none'>({ type: 'string', enum: [...REVIEW_DECISIONS, 'none'] }),
  ),
  removal: Type.Optional(State),
  q: Type.Optional(searchText),
};
export const AccessReviewLineQuery = Type.Object({ ...pageQuery, ...lines }, { additionalProperties: false });
export type AccessReviewLineFilter = Omit<Static<typeof AccessReviewLineQuery>, keyof typeof pageQuery>;

export const AccessReviewDecisionsInput = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        { number: Type.Integer({ minimum: 1 }), version: Type.Integer({ minimum: 0 }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MAX_DECISIONS },
    ),
    /** None takes a decision back. */
    decision: Type.Union([Decision, Type.Null()]),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type AccessReviewDecisionsInput = Static<typeof AccessReviewDecisionsInput>;

/** For each line what it is now; with a problem, somebody else has decided it meanwhile. */
export const AccessReviewDecisions = Type.Object({
  results: Type.Array(
    Type.Object({
      number: Type.Integer(),
      line: Type.Optional(AccessReviewLine),
      problem: Type.Optional(Type.Object({ code: ProblemCodeSchema, detail: Type.String() })),
    }),
  ),
});
export type AccessReviewDecisions = Static<typeof AccessReviewDecisions>;

export const AccessReviewDifferenceQuery = Type.Object(
  { ...pageQuery, kind: Type.Optional(Difference) },
  { additionalProperties: false },
);

/** A line that differs from the review before. */
export const AccessReviewDifferenceLine = Type.Object({
  id: Type.String(),
  kind: Difference,
  organization: SnapshotMembership.properties.organization,
  person: SnapshotMembership.properties.person,
  role: Type.Union([Named, Type.Null()]),
  before: Type.Union([Decision, Type.Null()]),
  now: Type.Union([Decision, Type.Null()]),
});
export type AccessReviewDifferenceLine = Static<typeof AccessReviewDifferenceLine>;

/** Somebody of ops, who may be asked to review. */
export const Reviewer = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
});
export type Reviewer = Static<typeof Reviewer>;
export const ReviewerListQuery = Type.Object({ ...pageQuery }, { additionalProperties: false });
