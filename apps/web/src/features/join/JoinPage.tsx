import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { tokenIn } from '../../joining/join-link.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageLoading } from '../../ui/PageLoading.tsx';
import { ClosedInvitation } from './ClosedInvitation.tsx';
import { InvitationNotFound } from './InvitationNotFound.tsx';
import { useJoinView } from './join-query.ts';
import { LanguageLinks } from './LanguageLinks.tsx';
import { PendingInvitation } from './PendingInvitation.tsx';
import './join.css';

/** Where an invitation's link leads, signed in or not. The token is the fragment of the address. */
export default function JoinPage() {
  const { t } = useTranslation();
  const token = tokenIn(useLocation().hash);
  const { view, query } = useJoinView(token);
  const reload = () => void query.refetch();

  if (!token || query.error?.statusCode === 404) return <InvitationNotFound />;
  if (query.error) return <ErrorState isPage error={query.error} onRetry={reload} />;
  if (!view) return <PageLoading />;
  return (
    <main className="lone-page join-page">
      {view.state === 'pending' ? (
        <div className="lone-page-panel">
          <title>{t('app.documentTitle', { page: t('join.title') })}</title>
          <PendingInvitation token={token} view={view} onAnswered={reload} />
        </div>
      ) : (
        <ClosedInvitation token={token} view={view} state={view.state} onAnswered={reload} />
      )}
      <LanguageLinks />
    </main>
  );
}
