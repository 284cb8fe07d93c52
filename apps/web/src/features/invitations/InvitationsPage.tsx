import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useListMount } from '../../list/list-mount.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TrendPanel } from './TrendPanel.tsx';
import { InvitationList } from './InvitationList.tsx';
import './invitations.css';
import { ImportsLink } from './invite/ImportsLink.tsx';
import { InvitePeople } from './InvitePeople.tsx';
import { Opening } from '../../ui/dialog/Opening.tsx';

const HistoryDrawer = lazy(() => import('./history/HistoryDrawer.tsx'));

/** The invitations of an organization; the history of one in a drawer where the address names it. */
export default function InvitationsPage() {
  const { t } = useTranslation();
  const { invitationId } = useParams();
  const mount = useListMount();
  return (
    <Permitted resource="invitations">
      <Screen
        title={t('invitations.title')}
        action={
          <span className="screen-actions">
            <ImportsLink />
            <InvitePeople />
          </span>
        }
      >
        <TrendPanel />
        <InvitationList key={mount} />
      </Screen>
      <Opening>{invitationId && <HistoryDrawer key={invitationId} invitationId={invitationId} />}</Opening>
    </Permitted>
  );
}
