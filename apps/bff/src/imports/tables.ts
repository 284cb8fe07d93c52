import type { ImportRowState, ImportStatus, Language, ProblemCode, StaffRole } from '@org-portal/contract';
import type { Generated, JSONColumnType, Selectable } from 'kysely';

export interface ImportTable {
  id: string;
  organization_id: string;
  organization_name: string | null;
  /** Of the file. */
  name: string | null;
  /** Of the messages. */
  language: Language;
  by: 'mail' | 'link';
  actor_id: string;
  actor_name: string | null;
  actor_email: string | null;
  /** Set when they acted as staff, not as a member. */
  actor_staff_role: StaffRole | null;
  /** A digest of the session's id. */
  session: string;
  reason: string | null;
  /** Of the request by which it was handed in. */
  request_id: string;
  status: ImportStatus;
  created_at: Generated<Date>;
  /** Since when it has been worked without a pause. */
  running_since: Generated<Date>;
  /** When it was last its turn. */
  turn_at: Generated<Date>;
  finished_at: Date | null;
  /** Who continued or retried it last. */
  continued_by: JSONColumnType<ContinuedBy> | null;
}

export interface ContinuedBy {
  id: string;
  name: string | null;
  staffRole: StaffRole | null;
  reason: string | null;
}

export interface ImportRowTable {
  import_id: string;
  /** From 1. */
  number: number;
  invitee: string;
  name: string | null;
  roles: JSONColumnType<{ id: string; name: string }[]>;
  expires_at: Date;
  state: ImportRowState;
  problem: ProblemCode | null;
  /** The problem in words. */
  detail: string | null;
  invitation_id: string | null;
  /** The process that has it, or had it last. */
  instance: number | null;
  /** The request ids under which it was sent, or was to be: by them the record tells what became of each attempt. */
  attempts: Generated<string[]>;
  /** Attempts that Logto did not take for reasons of its own, since somebody asked for it last. */
  tries: Generated<number>;
  /** It rests until then. */
  not_before: Date | null;
  /** When it was sent, or failed after it had been its turn. */
  done_at: Date | null;
}

export type ImportJob = Selectable<ImportTable>;
export type ImportJobRow = Selectable<ImportRowTable>;
