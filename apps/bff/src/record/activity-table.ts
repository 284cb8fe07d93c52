import type {
  ActivityAction,
  ActivityOutcome,
  ActivityState,
  ProblemCode,
  StaffRole,
  TargetType,
} from '@org-portal/contract';
import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';

/** One change that was asked for. Rows are only ever added, and completed once (see the migration's trigger). */
export interface ActivityTable {
  id: Generated<string>;
  time: Generated<Date>;
  /** The process that wrote it; tells whether it may still be under way. */
  instance: number;
  actor_id: string;
  actor_name: string | null;
  actor_email: string | null;
  /** Set when they acted as staff, not as a member. */
  actor_staff_role: StaffRole | null;
  /** A digest of the session's id: tells sessions apart, opens none. */
  session: string;
  organization_id: string | null;
  organization_name: string | null;
  action: ActivityAction;
  target_type: TargetType;
  target_id: string | null;
  target_name: string | null;
  before: JSONColumnType<ActivityState> | null;
  after: JSONColumnType<ActivityState> | null;
  reason: string | null;
  request_id: string;
  outcome: ActivityOutcome;
  problem: ProblemCode | null;
  completed_at: ColumnType<Date | null, never, Date>;
  /** When Logto was read to find out what became of it. */
  settled_at: ColumnType<Date | null, never, Date>;
}

export type ActivityRow = Selectable<ActivityTable>;
