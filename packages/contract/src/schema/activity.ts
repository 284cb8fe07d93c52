import { Type, type Static } from 'typebox';
import { STAFF_ROLES, type StaffRole } from '../permission.ts';
import { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES, TARGET_TYPES } from './activity-names.ts';
import type { ActivityAction, ActivityOutcome, TargetType } from './activity-names.ts';
import { DateTime, Id, Named } from './id.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';

const Action = Type.Unsafe<ActivityAction>({ type: 'string', enum: [...ACTIVITY_ACTIONS] });
const Outcome = Type.Unsafe<ActivityOutcome>({ type: 'string', enum: [...ACTIVITY_OUTCOMES] });
const StaffRoleName = Type.Unsafe<StaffRole>({ type: 'string', enum: [...STAFF_ROLES] });

/** What is worth knowing of a target at one moment; a property that an action cannot change is left out. */
export const ActivityState = Type.Object({
  /** Which invitation it was, where another one took its place. */
  invitationId: Type.Optional(Id),
  roles: Type.Optional(Type.Array(Named)),
  status: Type.Optional(Type.String()),
  expiresAt: Type.Optional(DateTime),
});
export type ActivityState = Static<typeof ActivityState>;

/** One change, asked for through the portal: who, where, what, on whom, why, and what became of it. */
export const ActivityEntry = Type.Object({
  id: Type.String(),
  time: DateTime,
  actor: Type.Object({
    id: Id,
    name: Nullable(Type.String()),
    email: Nullable(Type.String()),
    /** Set when they acted as staff, not as a member. */
    staffRole: Type.Union([StaffRoleName, Type.Null()]),
  }),
  organization: Nullable(Type.Object({ id: Id, name: Nullable(Type.String()) })),
  action: Action,
  target: Type.Object({
    type: Type.Unsafe<TargetType>({ type: 'string', enum: [...TARGET_TYPES] }),
    id: Nullable(Type.String()),
    name: Nullable(Type.String({ description: 'A name or an e-mail address, as it was then' })),
  }),
  before: Nullable(ActivityState),
  after: Nullable(ActivityState),
  reason: Nullable(Type.String()),
  requestId: Type.String(),
  outcome: Outcome,
  problem: Type.Union([ProblemCodeSchema, Type.Null()]),
});
export type ActivityEntry = Static<typeof ActivityEntry>;

/** A whole number, of which a database's 64 bits hold each. */
const entryId = Type.String({ pattern: '^[1-9][0-9]{0,17}$' });
export const ActivityEntryParams = Type.Object({ organizationId: Id, entryId });
export const AnyActivityEntryParams = Type.Object({ entryId });

const filters = {
  actor: Type.Optional(Id),
  action: Type.Optional(Action),
  outcome: Type.Optional(Outcome),
  /** Part of the target's name or address, or its whole id. */
  target: Type.Optional(searchText),
  from: Type.Optional(DateTime),
  to: Type.Optional(DateTime),
};

/** `from` is included, `to` is not. */
export const ActivityListQuery = Type.Object({ ...pageQuery, ...filters }, { additionalProperties: false });

export type ActivityExportFormat = 'csv' | 'ndjson';
const ExportFormat = Type.Unsafe<ActivityExportFormat>({ type: 'string', enum: ['csv', 'ndjson'] });

export const ActivityExportQuery = Type.Object(
  { ...filters, format: ExportFormat },
  { additionalProperties: false },
);

/** Across organizations one may be picked out. */
export const AllActivityListQuery = Type.Object(
  { ...pageQuery, ...filters, organization: Type.Optional(Id) },
  { additionalProperties: false },
);

export const AllActivityExportQuery = Type.Object(
  { ...filters, organization: Type.Optional(Id), format: ExportFormat },
  { additionalProperties: false },
);

/** Which entries are meant; what is left out does not matter. */
export type ActivityFilter = Omit<Static<typeof AllActivityListQuery>, keyof typeof pageQuery>;
