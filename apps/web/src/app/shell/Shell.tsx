import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { OrganizationGate } from '../../organization/OrganizationGate.tsx';
import { useIsNarrow } from '../../theme/media-query.ts';
import { CrashBoundary } from '../../ui/CrashBoundary.tsx';
import { PageLoading } from '../../ui/PageLoading.tsx';
import { LastKnownNotice } from './LastKnownNotice.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TopBar } from './TopBar.tsx';

/** Around every screen: of the organization that the address names, or across organizations. */
export function Shell() {
  const { t } = useTranslation();
  const { organizationId } = useParams();
  const screen = (
    <Suspense fallback={<PageLoading />}>
      <Outlet />
    </Suspense>
  );
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('app.skipToContent')}
      </a>
      {useIsNarrow() ? <TopBar /> : <Sidebar />}
      <main id="content" tabIndex={-1}>
        <LastKnownNotice />
        <CrashBoundary key={organizationId}>
          {organizationId === undefined ? screen : <OrganizationGate>{screen}</OrganizationGate>}
        </CrashBoundary>
      </main>
    </div>
  );
}
