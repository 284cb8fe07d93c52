import type { ActivityEntry } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { organizationPath } from '../../organization/organization-path.ts';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useActivityScope } from './activity-scope.ts';
import { EntrySummary } from './entry/EntrySummary.tsx';
import { OutcomeMark } from './entry/OutcomeMark.tsx';

export function useActivityColumns(): RecordColumn<ActivityEntry>[] {
  const { t } = useTranslation();
  const { path, organizationId } = useActivityScope();
  const { search } = useLocation();
  const organization: RecordColumn<ActivityEntry> = {
    key: 'organization',
    title: t('activity.organization'),
    width: '20%',
    render: ({ organization: where }) =>
      where ? (
        <Link to={organizationPath(where.id, 'activity')}>
          <CutText>{where.name ?? where.id}</CutText>
        </Link>
      ) : (
        <span className="muted">{t('activity.noOrganization')}</span>
      ),
  };
  return [
    {
      key: 'sentence',
      kind: 'heading',
      title: t('activity.what'),
      render: (entry) => <EntrySummary entry={entry} />,
    },
    ...(organizationId === undefined ? [organization] : []),
    {
      key: 'outcome',
      title: t('activity.outcome'),
      width: 130,
      render: ({ outcome }) => <OutcomeMark outcome={outcome} />,
    },
    {
      key: 'time',
      title: t('activity.time'),
      width: 130,
      render: ({ time }) => <RelativeTime instant={time} />,
    },
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 90,
      render: ({ id, action }) => (
        <Link
          className="activity-open"
          to={`${path}/${encodeURIComponent(id)}${search}`}
          aria-label={t('activity.detailsOf', { action: t(`activity.actions.${action}`) })}
        >
          {t('activity.details')}
        </Link>
      ),
    },
  ];
}
