import type { InvitationQueueCounts, Snapshot, SnapshotFlags } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { IndexAge } from '../../invitation-index/IndexAge.tsx';
import {
  INVITATION_QUEUE_PATH,
  membershipsPath,
  snapshotOrganizationsPath,
} from '../../organization/organization-path.ts';
import { flagWords } from '../../snapshots/flag-words.ts';
import { NothingRead } from '../../snapshots/NothingRead.tsx';
import { SnapshotBar } from '../../snapshots/SnapshotBar.tsx';
import { useLatestSnapshot } from '../../snapshots/use-latest-snapshot.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Figures, type Figure } from './Figures.tsx';
import './overview.css';

const Trend = lazy(() => import('../../trend/Trend.tsx'));

/** All organizations at a glance; every number leads to its list. */
export default function OverviewPage() {
  const { t } = useTranslation();
  const latest = useLatestSnapshot();
  return (
    <Screen title={t('overview.title')}>
      <Invitations />
      <section className="overview-section" aria-labelledby="overview-trend">
        <h2 id="overview-trend">{t('overview.trend')}</h2>
        <Suspense fallback={<Skeleton active paragraph={{ rows: 6, width: '100%' }} />}>
          <Trend />
        </Suspense>
      </section>
      <section className="overview-section" aria-labelledby="overview-memberships">
        <h2 id="overview-memberships">{t('overview.memberships')}</h2>
        <SnapshotBar latest={latest} />
        {latest.isLoading && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
        {latest.error && !latest.snapshot && <ErrorState error={latest.error} onRetry={latest.reload} />}
        {latest.isMissing && !latest.snapshot && <NothingRead />}
        {latest.snapshot && <Memberships key={latest.snapshot.id} snapshot={latest.snapshot} />}
      </section>
    </Screen>
  );
}

function Invitations() {
  const { t } = useTranslation();
  const { result, query } = useCustom<InvitationQueueCounts, HttpError>({
    url: 'invitations/counts',
    method: 'get',
    errorNotification: false,
  });
  const counts = query.data ? (result.data as InvitationQueueCounts) : undefined;
  const kinds = ['pending', 'expiring', 'expired', 'failed'] as const;
  return (
    <section className="overview-section" aria-labelledby="overview-invitations">
      <h2 id="overview-invitations">{t('overview.invitations')}</h2>
      <IndexAge />
      {query.error && !counts ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Figures
          figures={kinds.map((kind): Figure => ({
            label: t(`invitationQueue.kinds.${kind}`),
            count: counts?.[kind],
            isCapped: counts?.capped.includes(kind) ?? false,
            to: kind === 'expiring' ? INVITATION_QUEUE_PATH : `${INVITATION_QUEUE_PATH}?kind=${kind}`,
          }))}
        />
      )}
    </section>
  );
}

function Memberships({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const { result, query } = useCustom<SnapshotFlags, HttpError>({
    url: 'snapshots/{snapshotId}/flags',
    method: 'get',
    meta: { snapshotId: snapshot.id },
    errorNotification: false,
  });
  const flags = query.data ? (result.data as SnapshotFlags) : undefined;
  return (
    <>
      <Figures
        figures={[
          {
            label: t('overview.organizations'),
            count: snapshot.organizations.read,
            to: snapshotOrganizationsPath(),
          },
          { label: t('overview.allMemberships'), count: snapshot.memberships.read, to: membershipsPath() },
        ]}
      />
      <h3>{t('overview.flags')}</h3>
      {query.error && !flags ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Figures
          areFlags
          figures={[
            ...(['no_admin', 'one_admin', 'gone'] as const).map((flag): Figure => ({
              label: flagWords(flag, t),
              count: flags?.organizations[flag],
              to: snapshotOrganizationsPath({ flag }),
            })),
            ...(['idle_admin', 'suspended_with_role', 'no_role', 'admin_in_several'] as const).map(
              (flag): Figure => ({
                label: flagWords(flag, t),
                count: flags?.memberships[flag],
                to: membershipsPath({ flag }),
              }),
            ),
          ]}
        />
      )}
    </>
  );
}
