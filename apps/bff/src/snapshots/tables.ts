import type { SnapshotStatus } from '@org-portal/contract';
import type { Generated, Selectable } from 'kysely';

export interface SnapshotTable {
  id: string;
  /** None: all that Logto has. */
  organization_ids: string[] | null;
  actor_id: string;
  actor_name: string | null;
  status: SnapshotStatus;
  /** The process that lists the organizations. */
  instance: number | null;
  /** Organizations that Logto counts and never showed. */
  unlisted: Generated<number>;
  created_at: Generated<Date>;
  finished_at: Date | null;
}

export interface SnapshotOrganizationTable {
  snapshot_id: string;
  organization_id: string;
  name: string | null;
  /** `gone`: it vanished in the middle. */
  state: 'waiting' | 'reading' | 'read' | 'gone';
  next_page: Generated<number>;
  /** How often its pages have been read from the first on. */
  pass: Generated<number>;
  /** As many as Logto says, once the first page was read. */
  members: number | null;
  /** The process that reads it. */
  instance: number | null;
  read_at: Date | null;
}

export interface SnapshotMembershipTable {
  snapshot_id: string;
  organization_id: string;
  user_id: string;
  name: string | null;
  email: string | null;
  username: string | null;
  last_sign_in_at: Date | null;
  is_suspended: boolean;
  role_ids: string[];
}

/** The roles for people, as they were called, and whether they make somebody an admin. */
export interface SnapshotRoleTable {
  snapshot_id: string;
  role_id: string;
  name: string;
  is_admin: boolean;
}

export type SnapshotRow = Selectable<SnapshotTable>;
export type SnapshotOrganization = Selectable<SnapshotOrganizationTable>;
