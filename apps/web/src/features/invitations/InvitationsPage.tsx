import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { InvitationList } from './InvitationList.tsx';
import './invitations.css';
import { ImportsLink } from './invite/ImportsLink.tsx';
import { InvitePeople } from './InvitePeople.tsx';

export default function InvitationsPage() {
  const { t } = useTranslation();
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
        <InvitationList key={mount} />
      </Screen>
    </Permitted>
  );
}
