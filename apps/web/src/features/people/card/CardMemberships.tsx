import type { PersonCard } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { memberPath, organizationPath } from '../../../organization/organization-path.ts';
import { RoleTags } from '../../../permissions/RoleTags.tsx';
import { CutText } from '../../../ui/CutText.tsx';
import type { RecordColumn } from '../../../ui/record-column.ts';
import { SectionTable } from '../../../ui/SectionTable.tsx';

type Row = PersonCard['memberships'][number] & { id: string };

/** Where the person belongs, and as what. */
export function CardMemberships({ card: { memberships, account } }: { card: PersonCard }) {
  const { t } = useTranslation();
  const columns: RecordColumn<Row>[] = [
    {
      key: 'organization',
      kind: 'heading',
      title: t('people.organization'),
      width: '36%',
      render: ({ organization: { id, name } }) => (
        <Link to={account ? memberPath(id, account.id) : organizationPath(id)}>
          <CutText>{name ?? id}</CutText>
        </Link>
      ),
    },
    { key: 'roles', title: t('people.roles'), render: ({ roles }) => <RoleTags roles={roles} /> },
  ];
  return (
    <SectionTable
      className="person-section"
      title={
        memberships.length > 0
          ? t('people.memberships', { count: memberships.length })
          : t('people.membershipsNone')
      }
      items={memberships.map((one) => ({ ...one, id: one.organization.id }))}
      columns={columns}
      empty={t('people.noMemberships')}
    />
  );
}
