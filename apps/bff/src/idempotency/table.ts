import type { Generated } from 'kysely';

export interface IdempotencyKeyTable {
  /** A digest of who sent it: the person, or the request of somebody who is not signed in. */
  owner: string;
  /** A digest of what the browser chose. */
  key: string;
  /** A digest of method, address, reason and body. */
  fingerprint: string;
  /** Of the request that makes the change: the record has its outcome under this id. */
  request_id: string;
  /** The process that makes it. */
  instance: number;
  /** None while it is under way; 5xx when nobody was told what came of it. */
  status: number | null;
  /** Sealed. None where there was none, or it is too long to keep. */
  reply: string | null;
  created_at: Generated<Date>;
}
