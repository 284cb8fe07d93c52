import { Type, type Static } from 'typebox';
import { STAFF_ROLES, type StaffRole } from '../permission.ts';
import { ActivityState } from './activity.ts';
import { DateTime } from './id.ts';
import { Nullable } from './nullable.ts';
import { ProblemCodeSchema } from './problem.ts';

export const HISTORY_EVENTS = [
  'sent',
  'resent',
  'renewed',
  'changed',
  'restored',
  'copied',
  'asked',
  'accepted',
  'declined',
  'revoked',
  'expired',
  'deleted',
] as const;
export type HistoryEvent = (typeof HISTORY_EVENTS)[number];

const Event = Type.Unsafe<HistoryEvent>({ type: 'string', enum: [...HISTORY_EVENTS] });
const Outcome = Type.Unsafe<'done' | 'failed' | 'unknown'>({
  type: 'string',
  enum: ['done', 'failed', 'unknown'],
});
const Staff = Type.Unsafe<StaffRole>({ type: 'string', enum: [...STAFF_ROLES] });

/** Something that happened to an invitation, or to one that it took the place of. */
export const InvitationEvent = Type.Object({
  event: Event,
  time: DateTime,
  /** Null: nobody did it, or nobody knows who. */
  by: Type.Union([
    Type.Object({ name: Nullable(Type.String()), staffRole: Type.Union([Staff, Type.Null()]) }),
    Type.Null(),
  ]),
  before: Nullable(ActivityState),
  after: Nullable(ActivityState),
  outcome: Outcome,
  problem: Type.Union([ProblemCodeSchema, Type.Null()]),
});
export type InvitationEvent = Static<typeof InvitationEvent>;

/** Oldest first. */
export const InvitationHistory = Type.Object({ invitee: Type.String(), events: Type.Array(InvitationEvent) });
export type InvitationHistory = Static<typeof InvitationHistory>;

/** What happened on one day, in UTC. */
const Day = Type.Object({
  day: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  sent: Type.Integer(),
  accepted: Type.Integer(),
  expired: Type.Integer(),
});

/** Each day up to today, oldest first. */
export const InvitationTrend = Type.Object({ days: Type.Array(Day) });
export type InvitationTrend = Static<typeof InvitationTrend>;
