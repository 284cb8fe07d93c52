import type { SuspensionCheckState } from '@org-portal/contract';
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { Somebody } from '../reviews/tables.ts';

/** Somebody who was suspended before all of their organizations were checked. The row ends with the suspension. */
export interface SuspensionTable {
  person_id: string;
  started_by: JSONColumnType<Somebody>;
  /** By it the record tells whether the suspension was carried out. */
  request_id: string;
  started_at: Generated<Date>;
}

/** An organization of which they were an admin. */
export interface SuspensionCheckTable {
  person_id: string;
  organization_id: string;
  organization_name: string | null;
  state: Generated<SuspensionCheckState>;
  /** The process that checks it. */
  instance: number | null;
  /** It rests until then. */
  not_before: Date | null;
  looks: Generated<number>;
}

export type SuspensionCheck = Selectable<SuspensionCheckTable>;
