import { MailOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../organization/use-may.ts';
import { StateMessage } from '../../ui/StateMessage.tsx';

/** The next step, for those who may take it, is the page's primary action. */
export function NoInvitations() {
  const { t } = useTranslation();
  const mayInvite = useMay('invitations', 'create');
  return (
    <StateMessage role="status" icon={<MailOutlined />} title={t('invitations.empty')}>
      <p>{mayInvite ? t('invitations.emptyHint') : t('invitations.emptyHintReadOnly')}</p>
    </StateMessage>
  );
}
