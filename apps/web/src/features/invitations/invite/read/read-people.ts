import { isEmailAddress } from '@org-portal/contract';
import { parsePeople } from '../address-list.ts';
import type { Expiry } from '../expiry.ts';
import { findColumns, type Columns } from './columns.ts';
import type { ColumnKind } from './column-titles.ts';
import { readExpiry, type Unreadable } from './read-expiry.ts';
import { roleNames } from './role-names.ts';
import { readTable } from './table.ts';

/** Somebody to invite, as a list or table names them. */
export interface ReadPerson {
  /** Valid or not. */
  address: string;
  name?: string;
  /** Names or ids. */
  roles?: string[];
  expiry?: Expiry | Unreadable;
  organization?: string;
}

/**
 * Reads whom to invite from what was typed, pasted or in a file: a list of addresses, or a table.
 * @param knownRoles names of roles, in lower case
 * @returns in the order of the text, repetitions and what is no address included
 */
export function readPeople(text: string, knownRoles: ReadonlySet<string>): ReadPerson[] {
  const { rows, delimiter } = readTable(text);
  const columns = findColumns(rows, knownRoles);
  if (!isTable(rows, delimiter, columns)) return parsePeople(text);
  return rows.slice(columns.hasTitles ? 1 : 0).flatMap((row) => peopleOfRow(row, columns.places));
}

/** One person in a row; a list has several of them in a line, or writes them as mail programs do, or one below another. */
function isTable(
  rows: readonly string[][],
  delimiter: string | undefined,
  { places, hasTitles }: Columns,
): boolean {
  if (hasTitles && places.has('email')) return true;
  if (delimiter === undefined || !places.has('email')) return false;
  const counts = rows.map((row) => row.filter((cell) => /[@＠]/.test(cell)).length);
  if (counts.some((count) => count > 1)) return false;
  const isWritten = rows.length === 1 && delimiter !== '\t';
  return !isWritten && !rows.some((row) => row.some((cell) => cell.includes('<') && row.indexOf(cell) > 0));
}

function peopleOfRow(row: readonly string[], places: ReadonlyMap<ColumnKind, number>): ReadPerson[] {
  const cell = (kind: ColumnKind) => row[places.get(kind) ?? -1] ?? '';
  const name = cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  const roles = roleNames(cell('roles'));
  const rest = {
    ...(name && { name }),
    ...(roles.length > 0 && { roles }),
    ...(cell('expiry') && { expiry: readExpiry(cell('expiry')) }),
    ...(cell('organization') && { organization: cell('organization') }),
  };
  return peopleOfCell(cell('email') || row.filter(Boolean).join(', ')).map((person) => ({
    ...person,
    ...rest,
  }));
}

function peopleOfCell(cell: string): ReadPerson[] {
  if (isEmailAddress(cell)) return [{ address: cell }];
  const people = cell.includes('@') || cell.includes('＠') ? parsePeople(cell) : [{ address: cell }];
  return [...new Map(people.map((person) => [person.address.toLowerCase(), person])).values()];
}
