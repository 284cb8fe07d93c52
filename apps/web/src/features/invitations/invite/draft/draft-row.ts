import type { Expiry } from '../expiry.ts';
import type { Unreadable } from '../read/read-expiry.ts';

/** Somebody to invite, before anything is sent. What is not there is as for all. */
export interface DraftRow {
  id: string;
  /** As it is sent where it is an address; else as it was written. */
  address: string;
  isAddress: boolean;
  name?: string;
  /** Ids, or names as they were written. */
  roles?: string[];
  expiry?: Expiry | Unreadable;
  /** Id, or a name as it was written. */
  organization?: string;
}

/** What a row may have of its own. */
export type OwnValue = 'roles' | 'expiry';

export const ROW_STATES = [
  'ready',
  'invalid',
  'role',
  'expiry',
  'organization',
  'over',
  'repeated',
  'member',
  'pending',
] as const;
/** What comes of a row when all is sent; only those that are `ready` are. */
export type RowState = (typeof ROW_STATES)[number];
