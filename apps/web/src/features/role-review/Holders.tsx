import { MAX_PAGE_SIZE, type RoleHolders } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OrganizationFilter } from '../../filters/OrganizationFilter.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { membershipsPath } from '../../organization/organization-path.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { SectionTable } from '../../ui/SectionTable.tsx';

interface HoldersProps {
  /** Of the snapshot that is shown. */
  snapshotId: string;
  /** Ids of the only ones that are asked about; none: all. */
  roleIds: readonly string[];
  /** Id; empty: all organizations. */
  organization: string;
  onOrganization: (id: string | undefined) => void;
}

type Row = RoleHolders & { id: string };

/** How many hold each role, in all organizations or in one; the number leads to who they are. */
export function Holders({ snapshotId, roleIds, organization, onOrganization }: HoldersProps) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const { result, query } = useCustom<RoleHolders[], HttpError>({
    url: 'snapshots/{snapshotId}/roles',
    method: 'get',
    meta: { snapshotId },
    config: { query: { page_size: MAX_PAGE_SIZE, ...(organization && { organization }) } },
    errorNotification: false,
  });
  const rows: Row[] = (query.data ? (result.data as RoleHolders[]) : [])
    .filter(({ role }) => roleIds.length === 0 || roleIds.includes(role.id))
    .map((one) => ({ ...one, id: one.role.id }));
  const columns: RecordColumn<Row>[] = [
    {
      key: 'role',
      kind: 'heading',
      title: t('roleReview.role'),
      render: ({ role }) => <span dir="auto">{role.name}</span>,
    },
    {
      key: 'memberships',
      title: t('roleReview.memberships'),
      width: '24%',
      render: ({ role, memberships }) => (
        <Link
          to={membershipsPath({ role: role.id, organization })}
          aria-label={t('roleReview.showHolders', {
            count: memberships,
            shown: number.format(memberships),
            role: role.name,
          })}
        >
          {number.format(memberships)}
        </Link>
      ),
    },
    {
      key: 'people',
      title: t('roleReview.people'),
      width: '20%',
      render: ({ people }) => number.format(people),
    },
    {
      key: 'organizations',
      title: t('roleReview.organizations'),
      width: '20%',
      render: ({ organizations }) => number.format(organizations),
    },
  ];
  return (
    <div className="matrix-group">
      <div className="list-toolbar">
        <OrganizationFilter value={organization} onScreen={[]} onChange={onOrganization} />
      </div>
      {query.isLoading ? (
        <Skeleton active paragraph={{ rows: 4, width: '100%' }} />
      ) : query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SectionTable
          title={t('roleReview.holders')}
          items={rows}
          columns={columns}
          empty={t('roleReview.noHolders')}
        />
      )}
    </div>
  );
}
