import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  isEmailAddress,
  isVisible,
  normalizeEmailAddress,
  type Access,
  type ImportInput,
  type ProblemCode,
} from '@org-portal/contract';
import { sql, type Insertable } from 'kysely';
import { namedRole, type Template } from '../access/organization-template.ts';
import { EXPIRY_RANGE, isExpiryInRange } from '../invitations/expiry.ts';
import { printable } from '../invitations/printable.ts';
import { Problem } from '../problem/problem.ts';
import { requireInvitable } from '../rules/role-ceiling.ts';
import type { ImportRowTable } from './tables.ts';

type Row = Omit<Insertable<ImportRowTable>, 'import_id' | 'roles'> & {
  roles: { id: string; name: string }[];
};

interface Judged {
  invitee: string;
  roleIds: string[];
  expiresAt: Date;
}

/** Rows that are judged in one turn of the event loop. */
const AT_ONCE = 250;

/**
 * Judges a list in turns, so that other requests are answered meanwhile.
 * @returns the rows as they are kept: those that can be sent wait, the others have failed, with the reason
 */
export async function judgeRows(
  input: ImportInput['rows'],
  access: Access,
  template: Template,
): Promise<Row[]> {
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  for (const [index, { name, roleIds, ...row }] of input.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    const number = index + 1;
    const invitee = normalizeEmailAddress(row.invitee);
    const expiresAt = new Date(row.expiresAt);
    const earlier = seen.get(invitee);
    if (earlier === undefined) seen.set(invitee, number);
    const problem =
      earlier === undefined
        ? problemOf({ invitee, roleIds, expiresAt }, access, template)
        : new Problem('invitee.repeated', `This address is in the list already: row ${earlier}.`);
    rows.push({
      number,
      invitee: printable(invitee),
      name: name !== undefined && isVisible(name) ? printable(name) : null,
      roles: roleIds.map((id) => namedRole(template, id)),
      expires_at: expiresAt,
      state: problem ? 'failed' : 'waiting',
      problem: problem?.code ?? null,
      detail: problem?.message ?? null,
    });
  }
  return rows;
}

/** @returns why the row cannot be sent, as far as can be told without asking Logto */
export function problemOf(
  { invitee, roleIds, expiresAt }: Judged,
  access: Access,
  template: Template,
): Problem | undefined {
  if (!isEmailAddress(invitee)) return new Problem('invitee.invalid', 'This is not an e-mail address.');
  if (!isExpiryInRange(expiresAt)) return new Problem('request.invalid', `The expiry ${EXPIRY_RANGE}.`);
  try {
    requireInvitable(roleIds, access, template, '/roleIds');
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** @returns the condition that the person may invite with the roles of a row, or without any */
export const isInvitable = ({ assignableRoleIds, mayInviteWithoutRole }: Access) =>
  sql<boolean>`(${mayInviteWithoutRole}::boolean or jsonb_array_length(roles) > 0) and not exists (
    select from jsonb_array_elements(roles) role where role ->> 'id' <> all(${[...assignableRoleIds]}::text[])
  )`;

/** The list itself is wrong; sending these rows again does not help, no matter who does it. */
export const NEVER_AGAIN: ProblemCode[] = ['invitee.invalid', 'invitee.repeated'];
