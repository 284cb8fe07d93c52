import type { Place } from './actors.ts';
import type { Row } from './expectations.ts';

/** Where an id of a path leads. */
export type Whose = Place | 'missing' | 'malformed';

/** A role of the body or the path: one below everybody's, one above an admin's own, or none that people can hold. */
export type RoleKind = 'member' | 'owner' | 'machine' | 'missing' | 'malformed';

/** With which ids a route is called; a route looks only at what it has. */
export interface Cell {
  organization: Whose;
  member: Whose;
  /** What the member is there. */
  holds: 'viewer' | 'owner';
  /** Where somebody across organizations is a member. */
  person: Whose;
  /** `mine`: it invites whoever asks. */
  invitation: Whose | 'mine';
  import: Whose;
  snapshot: Exclude<Whose, 'foreign'>;
  review: Exclude<Whose, 'foreign'>;
  /** Of the record. */
  entry: Whose;
  role: RoleKind;
  reason: boolean;
}

const whole: Cell = {
  organization: 'own',
  member: 'own',
  holds: 'viewer',
  person: 'own',
  invitation: 'own',
  import: 'own',
  snapshot: 'own',
  review: 'own',
  entry: 'own',
  role: 'member',
  reason: true,
};

/** @returns the cell in which everything is as it should be */
export function usual(row: Row): Cell {
  return row.invitation === 'mine' ? { ...whole, invitation: 'mine' } : whole;
}

const all = (values: Partial<Cell>[]) => values;
const others = ['missing', 'malformed'] as const;
const foreign = {
  organization: 'foreign',
  member: 'foreign',
  invitation: 'foreign',
  import: 'foreign',
  entry: 'foreign',
} as const;

/** @returns all cells of a route: the usual one, and one for each way in which an id can be wrong */
export function cells(row: Row): Cell[] {
  const { has } = row;
  const deviations: Partial<Cell>[] = [
    ...(has.organization ? [foreign, ...others.map((organization) => ({ organization }))] : []),
    ...(has.member
      ? all([
          { member: 'foreign' },
          { organization: 'foreign', member: 'own' },
          ...others.map((member) => ({ member })),
          ...(row.changes ? all([{ holds: 'owner' }]) : []),
        ])
      : []),
    ...(has.person
      ? all([
          { person: 'foreign' },
          ...others.map((person) => ({ person })),
          ...(row.changes ? all([{ holds: 'owner' }]) : []),
        ])
      : []),
    ...(has.snapshot ? others.map((snapshot) => ({ snapshot })) : []),
    ...(has.review ? others.map((review) => ({ review })) : []),
    ...(has.invitation
      ? all([
          { invitation: 'foreign' },
          ...(row.invitation === 'mine' ? all([{ invitation: 'own' }]) : []),
          ...(has.organization ? all([{ organization: 'foreign', invitation: 'own' }]) : []),
          ...others.map((invitation) => ({ invitation })),
        ])
      : []),
    ...(has.import
      ? all([
          { import: 'foreign' },
          { organization: 'foreign', import: 'own' },
          ...others.map((one) => ({ import: one })),
        ])
      : []),
    ...(has.entry ? (['foreign', ...others] as const).map((entry) => ({ entry })) : []),
    ...(has.role
      ? all([
          ...(['owner', 'machine', ...others] as const).map((role) => ({ role })),
          ...(has.organization ? all([{ ...foreign, role: 'owner' }]) : []),
        ])
      : []),
    ...(row.changes && typeof row.needs === 'object' ? all([{ reason: false }]) : []),
  ];
  return [usual(row), ...deviations.map((one) => ({ ...usual(row), ...one }))];
}

/** @returns what differs from the usual, for the message of a failure */
export function describeCell(row: Row, cell: Cell): string {
  const base = usual(row);
  const odd = Object.entries(cell).filter(([name, value]) => value !== base[name as keyof Cell]);
  return odd.map(([name, value]) => `${name} ${value}`).join(', ') || 'the usual ids';
}
