import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { Screen } from '../../ui/Screen.tsx';
import { InviteWidely } from '../../wide-invite/InviteWidely.tsx';
import './invitation-queue.css';
import { QueueList } from './QueueList.tsx';

/** Invitations of all organizations that need somebody's hand, for staff. */
export default function InvitationQueuePage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <Screen title={t('invitationQueue.title')} action={<InviteWidely />}>
      <QueueList key={mount} />
    </Screen>
  );
}
