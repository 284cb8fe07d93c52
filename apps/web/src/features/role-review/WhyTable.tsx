import { containsText, type PersonPermissions } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../permissions/permission-words.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { SectionTable } from '../../ui/SectionTable.tsx';

type InOne = PersonPermissions['organizations'][number];
type Row = InOne['permissions'][number];

interface WhyTableProps {
  of: InOne;
  /** Part of what a permission is called. */
  q: string;
}

/** What somebody may do in one organization, each with the roles that give it. */
export function WhyTable({ of: { organization, roles, permissions }, q }: WhyTableProps) {
  const { t } = useTranslation();
  const words = ({ name, description, resource }: Row) =>
    resource ? (description ?? name) : permissionWords(name, t, description);
  const rows = permissions.filter((row) => containsText([row.name, words(row), row.resource?.name], q));
  const columns: RecordColumn<Row>[] = [
    {
      key: 'permission',
      kind: 'heading',
      title: t('roleReview.permission'),
      width: '40%',
      render: (row) => (
        <span className="matrix-permission">
          <span dir="auto">{words(row)}</span>
          {words(row) !== row.name && <code>{row.name}</code>}
        </span>
      ),
    },
    {
      key: 'in',
      title: t('roleReview.in'),
      width: '25%',
      render: ({ resource }) => resource?.name ?? t('roleReview.inOrganization'),
    },
    {
      key: 'by',
      title: t('roleReview.by'),
      render: ({ roleIds }) => <RoleTags roles={roles.filter(({ id }) => roleIds.includes(id))} />,
    },
  ];
  return (
    <SectionTable
      className="matrix-group"
      title={organization.name}
      items={rows}
      columns={columns}
      empty={t(permissions.length === 0 ? 'roleReview.whyNoneHere' : 'states.noMatch')}
    />
  );
}
