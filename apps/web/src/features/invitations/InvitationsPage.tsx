import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { InvitationList } from './InvitationList.tsx';
import './invitations.css';
import { InvitePeople } from './InvitePeople.tsx';

export default function InvitationsPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <Permitted resource="invitations">
      <Screen title={t('invitations.title')} action={<InvitePeople />}>
        <InvitationList key={mount} />
      </Screen>
    </Permitted>
  );
}
