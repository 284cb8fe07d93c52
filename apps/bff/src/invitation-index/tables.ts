import type { Generated, JSONColumnType } from 'kysely';

/** An invitation as Logto had it when it was last read, or as the portal changed it since. */
export interface InvitationIndexTable {
  id: string;
  organization_id: string;
  inviter_id: string | null;
  accepted_user_id: string | null;
  invitee: string;
  /** The invitee in lower case: what is searched, and what tells one person from another. */
  address: string;
  /** One that has expired is pending here: reading compares its end with the database's clock. */
  status: 'Pending' | 'Accepted' | 'Revoked';
  roles: JSONColumnType<{ id: string; name: string }[]>;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  /** Database time of what the row says. A list that Logto was asked for earlier does not change it. */
  as_of: Date;
  /** Deleted by the portal; the row stays until a list that is younger confirms it. */
  is_deleted: Generated<boolean>;
  /** Neither deleted nor replaced by another invitation. See mark-current.ts. */
  is_current: Generated<boolean>;
  /** The last current one to its address in its organization. */
  is_last: Generated<boolean>;
}

export interface InvitationIndexOrganizationTable {
  organization_id: string;
  name: string | null;
  /** Database time at which Logto was asked for the last list that was kept; null: none yet. */
  read_at: Date | null;
  /** When the portal itself last changed one of its invitations. */
  written_at: Date | null;
  /** When it is to be read again. */
  due_at: Generated<Date>;
  invitations: Generated<number>;
  /** Readings that failed since the last one that did not. */
  tries: Generated<number>;
}

/** One row. */
export interface InvitationIndexStateTable {
  is_only: Generated<boolean>;
  /** The process that fills the index. */
  instance: number | null;
  /** When all organizations were last listed. */
  listed_at: Date | null;
  list_due_at: Generated<Date>;
}
