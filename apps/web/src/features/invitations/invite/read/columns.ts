import { kindOfTitle, type ColumnKind } from './column-titles.ts';
import { readExpiry } from './read-expiry.ts';
import { roleNames } from './role-names.ts';

export interface Columns {
  places: ReadonlyMap<ColumnKind, number>;
  /** The first row holds titles. */
  hasTitles: boolean;
}

/** Rows that are looked at to find out what a column holds. */
const SAMPLE = 200;

const holdsAt = (cell = '') => /[@＠]/.test(cell);

/**
 * Finds out what the columns of a table hold: by their titles, or without titles by what is in them. The addresses are
 * where most of them are, whatever the titles say. A first row counts as titles only if one of them is known, so that
 * nobody is lost.
 * @param knownRoles names of roles, in lower case
 */
export function findColumns(rows: readonly string[][], knownRoles: ReadonlySet<string>): Columns {
  const first = rows[0] ?? [];
  const kinds = first.map(kindOfTitle);
  const hasTitles = !first.some(holdsAt) && kinds.some(Boolean);
  const sample = rows.slice(hasTitles ? 1 : 0, SAMPLE);
  const places = new Map<ColumnKind, number>();
  const email = addressColumn(sample, hasTitles ? kinds.indexOf('email') : -1);
  if (email >= 0) places.set('email', email);
  kinds.forEach((kind, place) => {
    if (hasTitles && kind && kind !== 'email' && place !== email && !places.has(kind))
      places.set(kind, place);
  });
  if (!hasTitles) findByContent(sample, places, knownRoles);
  return { places, hasTitles };
}

function addressColumn(sample: readonly string[][], titled: number): number {
  const counts: number[] = [];
  for (const row of sample) {
    row.forEach((cell, place) => {
      if (holdsAt(cell)) counts[place] = (counts[place] ?? 0) + 1;
    });
  }
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  return most === 0 ? titled : counts[titled] === most ? titled : counts.indexOf(most);
}

function findByContent(
  sample: readonly string[][],
  places: Map<ColumnKind, number>,
  knownRoles: ReadonlySet<string>,
): void {
  const width = Math.max(0, ...sample.map((row) => row.length));
  for (let place = 0; place < width; place += 1) {
    const cells = sample.map((row) => row[place] ?? '').filter(Boolean);
    if (place === places.get('email') || cells.length === 0) continue;
    const kind = kindByContent(cells, knownRoles);
    if (kind && !places.has(kind)) places.set(kind, place);
  }
}

function kindByContent(cells: readonly string[], knownRoles: ReadonlySet<string>): ColumnKind | undefined {
  if (cells.every((cell) => roleNames(cell).every((name) => knownRoles.has(name.toLowerCase()))))
    return 'roles';
  // A bare number may count the rows as well as days.
  if (cells.every((cell) => !/^\d+$/.test(cell) && !('unreadable' in readExpiry(cell)))) return 'expiry';
  return cells.some((cell) => /\p{L}/u.test(cell)) ? 'name' : undefined;
}
