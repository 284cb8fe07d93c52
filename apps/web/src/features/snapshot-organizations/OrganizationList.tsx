import { ApartmentOutlined, DisconnectOutlined } from '@ant-design/icons';
import { ORGANIZATION_FLAGS, type SnapshotOrganization } from '@org-portal/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChoiceFilter } from '../../filters/ChoiceFilter.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useRecordList } from '../../list/use-record-list.ts';
import { beginReviewPath } from '../../organization/access-review-path.ts';
import { membershipsPath, organizationPath } from '../../organization/organization-path.ts';
import { flagWords } from '../../snapshots/flag-words.ts';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

export function OrganizationList() {
  const { t } = useTranslation();
  const list = useRecordList<SnapshotOrganization>('snapshot-organizations', undefined);
  return (
    <>
      <div className="list-toolbar" role="search">
        <SearchBox
          label={t('snapshotOrganizations.search')}
          value={list.filterValue('q')}
          onSearch={(q) => list.setFilter('q', q)}
        />
        <ChoiceFilter
          label={t('memberships.flagFilter')}
          all={t('memberships.anyFlag')}
          value={list.filterValue('flag')}
          options={ORGANIZATION_FLAGS.map((value) => ({ value, label: flagWords(value, t) }))}
          onChange={(flag) => list.setFilter('flag', flag)}
        />
        {list.isFiltered && (
          <Button type="text" onClick={list.clearFilters}>
            {t('states.clearFilters')}
          </Button>
        )}
      </div>
      <RecordList
        list={list}
        label={t('snapshotOrganizations.title')}
        columns={useColumns()}
        empty={
          <StateMessage role="status" icon={<ApartmentOutlined />} title={t('snapshotOrganizations.empty')} />
        }
      />
    </>
  );
}

function useColumns(): RecordColumn<SnapshotOrganization>[] {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  return [
    {
      key: 'name',
      kind: 'heading',
      title: t('memberships.organization'),
      render: ({ id, name, isGone }) =>
        isGone ? (
          <StatusMark icon={<DisconnectOutlined />} color="warning">
            {t('snapshotOrganizations.goneNamed', { name: name ?? id })}
          </StatusMark>
        ) : (
          <Link to={organizationPath(id)}>
            <CutText>{name ?? id}</CutText>
          </Link>
        ),
    },
    {
      key: 'members',
      title: t('snapshotOrganizations.members'),
      width: '20%',
      render: ({ id, members, isGone }) =>
        isGone ? '–' : <Link to={membershipsPath({ organization: id })}>{number.format(members ?? 0)}</Link>,
    },
    {
      key: 'admins',
      title: t('snapshotOrganizations.admins'),
      width: '24%',
      render: ({ admins, isGone }) => (isGone ? '–' : number.format(admins)),
    },
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 132,
      render: ({ id, name, isGone }) =>
        !isGone && (
          <Link
            to={beginReviewPath({ organization: id })}
            aria-label={t('accessReviews.reviewAccessOf', { organization: name ?? id })}
          >
            {t('accessReviews.reviewAccess')}
          </Link>
        ),
    },
  ];
}
