import type { ReviewDecision, ReviewStatus } from '@org-portal/contract';
import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';

export interface Somebody {
  id: string;
  name: string | null;
}

export interface AccessReviewTable {
  id: string;
  name: string;
  /** In order; none: all. */
  organization_ids: string[] | null;
  /** In order; none: all, and none at all. */
  role_ids: string[] | null;
  /** Of those roles, what they were called when it was begun. */
  role_names: ColumnType<{ id: string; name: string }[], string | undefined, string>;
  reviewers: JSONColumnType<Somebody[]>;
  due_at: Date;
  status: ReviewStatus;
  /** From which its lines are made. */
  snapshot_id: string | null;
  /** How many it has, or would have. */
  lines: Generated<number>;
  /** Organizations that vanished while it was read who holds what. */
  gone: Generated<number>;
  previous_id: string | null;
  created_by: JSONColumnType<Somebody>;
  created_at: Generated<Date>;
  opened_at: Date | null;
  closed_by: JSONColumnType<Somebody> | null;
  closed_at: Date | null;
}

export interface AccessReviewLineTable {
  review_id: string;
  /** From 1. */
  number: number;
  organization_id: string;
  organization_name: string | null;
  user_id: string;
  user_name: string | null;
  email: string | null;
  username: string | null;
  last_sign_in_at: Date | null;
  is_suspended: boolean;
  /** None: a member without a role. */
  role_id: string | null;
  role_name: string | null;
  decision: ReviewDecision | null;
  note: string | null;
  decided_by: JSONColumnType<Somebody> | null;
  decided_at: Date | null;
  version: Generated<number>;
}

export type ReviewRow = Selectable<AccessReviewTable>;
export type ReviewLineRow = Selectable<AccessReviewLineTable>;
