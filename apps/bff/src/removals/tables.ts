import type { ProblemCode, RemovalState } from '@org-portal/contract';
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { Somebody } from '../reviews/tables.ts';

export interface ReviewRemovalTable {
  review_id: string;
  /** In whose name, and by whose right, it is done. */
  started_by: JSONColumnType<Somebody & { email: string | null }>;
  /** A digest of the session's id. */
  session: string;
  reason: string;
  started_at: Generated<Date>;
  finished_at: Date | null;
}

export interface ReviewRemovalLineTable {
  review_id: string;
  /** That of the line of the review. */
  number: number;
  organization_id: string;
  state: Generated<RemovalState>;
  problem: ProblemCode | null;
  /** The problem in words. */
  detail: string | null;
  /** Since when it is so. */
  at: Generated<Date>;
  /** The request ids of its attempts: by them the record tells what became of each. */
  attempts: Generated<string[]>;
  /** Attempts in vain, since somebody asked for it last. */
  tries: Generated<number>;
}

/** An organization in which lines are waiting: one process at a time has it, and takes them in order. */
export interface ReviewRemovalOrganizationTable {
  review_id: string;
  organization_id: string;
  /** The process that has it. */
  instance: number | null;
  /** When it was last its turn. */
  turn_at: Generated<Date>;
  /** It rests until then. */
  not_before: Date | null;
}

export type Removal = Selectable<ReviewRemovalTable>;
export type RemovalLine = Selectable<ReviewRemovalLineTable>;
export type RemovalOrganization = Selectable<ReviewRemovalOrganizationTable>;
