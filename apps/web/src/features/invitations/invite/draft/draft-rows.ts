import { isEmailAddress, normalizeEmailAddress } from '@org-portal/contract';
import type { ReadPerson } from '../read/read-people.ts';
import type { DraftRow, OwnValue } from './draft-row.ts';

export interface DraftRows {
  rows: readonly DraftRow[];
  /** How many there have ever been: what the next one is called. */
  made: number;
}

export const NO_ROWS: DraftRows = { rows: [], made: 0 };

export function addPeople({ rows, made }: DraftRows, people: readonly ReadPerson[]): DraftRows {
  const added = people.map((person, place) => ({
    ...person,
    ...asSent(person.address),
    id: `row-${made + place}`,
  }));
  return { rows: [...rows, ...added], made: made + people.length };
}

/** @param values in place of the row's own; what is not there is as for all from now on */
export function changeRow(all: DraftRows, id: string, values: Omit<DraftRow, 'id' | 'isAddress'>): DraftRows {
  const changed = { id, ...values, ...asSent(values.address) };
  return { ...all, rows: all.rows.map((row) => (row.id === id ? changed : row)) };
}

export function removeRows(all: DraftRows, ids: ReadonlySet<string>): DraftRows {
  return { ...all, rows: all.rows.filter(({ id }) => !ids.has(id)) };
}

/** Lets what is chosen for all be for all. */
export function dropOwn(all: DraftRows, value: OwnValue): DraftRows {
  const rows = all.rows.map(({ roles, expiry, ...row }) => ({
    ...row,
    ...(roles && value !== 'roles' && { roles }),
    ...(expiry && value !== 'expiry' && { expiry }),
  }));
  return { ...all, rows };
}

function asSent(written: string): Pick<DraftRow, 'address' | 'isAddress'> {
  const address = normalizeEmailAddress(written);
  return isEmailAddress(address)
    ? { address, isAddress: true }
    : { address: written.trim(), isAddress: false };
}
