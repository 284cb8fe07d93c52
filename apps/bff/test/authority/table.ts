import { PERMISSIONS } from '@org-portal/contract';
import { actors, type Actor } from './actors.ts';
import { usual } from './cells.ts';
import { nameOf, rows, type Row } from './expectations.ts';
import { expected, permissionsOf, staffPermissions, SUPPORT_ASSIGNS } from './rules.ts';
import { idRules, introduction } from './table-words.ts';

/** @returns docs/authority.md, made from the rules alone: no server is asked */
export function authorityDocument(): string {
  return [
    introduction,
    '## Who may call what',
    'With the ids of the own organization: ✓, or the status of the refusal.',
    table(
      ['route', ...actors],
      rows.map((row) => [`\`${nameOf(row)}\``, ...actors.map(answer(row))]),
    ),
    '## What they hold',
    table(
      ['permission', ...Object.keys(holders)],
      [...PERMISSIONS, 'manage:billing'].map((permission) => [
        `\`${permission}\``,
        ...Object.values(holders).map((held) => (held.includes(permission) ? '✓' : '')),
      ]),
    ),
    'The roles are those of the demo data; what a role holds is up to the operator. `manage:billing` stands for ' +
      `the permissions of the product. Support gives the roles that the settings name; here: ${SUPPORT_ASSIGNS.join(', ')}.`,
    '## Which ids',
    idRules,
  ]
    .join('\n\n')
    .concat('\n');
}

const holders: Record<string, readonly string[]> = { ...permissionsOf, ...staffPermissions };

const answer =
  (row: Row) =>
  (actor: Actor): string => {
    const { code, status } = expected(row, actor, usual(row));
    return code ? String(status) : '✓';
  };

function table(head: string[], body: string[][]): string {
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
