import type { RoleMatrix } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../permissions/permission-words.ts';
import type { RecordColumn } from '../../ui/record-column.ts';
import { SectionTable } from '../../ui/SectionTable.tsx';
import { Given } from './Given.tsx';
import type { Group, Row } from './matrix-rows.ts';

interface MatrixTableProps {
  group: Group;
  roles: RoleMatrix['roles'];
}

/** Permissions of one kind, and which of the roles give them. */
export function MatrixTable({ group: { resource, permissions }, roles }: MatrixTableProps) {
  const { t } = useTranslation();
  const columns: RecordColumn<Row>[] = [
    {
      key: 'permission',
      kind: 'heading',
      title: t('roleReview.permission'),
      render: ({ name, description }) => {
        const words = resource ? (description ?? name) : permissionWords(name, t, description);
        return (
          <span className="matrix-permission">
            <span dir="auto">{words}</span>
            {words !== name && <code>{name}</code>}
          </span>
        );
      },
    },
    ...roles.map(({ id, name }) => ({
      key: id,
      title: name,
      width: `${Math.floor(64 / roles.length)}%`,
      render: ({ roleIds }: Row) => <Given isGiven={roleIds.includes(id)} />,
    })),
  ];
  return (
    <SectionTable
      className="matrix-group"
      title={resource ? t('roleReview.inApi', { api: resource.name }) : t('roleReview.inOrganizations')}
      items={permissions}
      columns={columns}
      empty={null}
    />
  );
}
