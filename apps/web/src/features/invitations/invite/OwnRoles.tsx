import { useTranslation } from 'react-i18next';
import { RoleTags } from '../../../permissions/RoleTags.tsx';
import type { DraftRow } from './draft/draft-row.ts';
import type { RoleBook } from './draft/role-book.ts';

/** The roles of a row, or that it has those for all. */
export function OwnRoles({ row: { roles: written }, roles }: { row: DraftRow; roles: RoleBook }) {
  const { t } = useTranslation();
  if (!written) return <span className="muted">{t('invite.asForAll')}</span>;
  return <RoleTags roles={written.map((role) => roles.find(role) ?? { id: role, name: role })} />;
}
