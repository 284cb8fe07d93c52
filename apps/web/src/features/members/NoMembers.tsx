import { TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../organization/use-may.ts';
import { StateMessage } from '../../ui/StateMessage.tsx';

export function NoMembers() {
  const { t } = useTranslation();
  const mayInvite = useMay('invitations', 'create');
  return (
    <StateMessage role="status" icon={<TeamOutlined />} title={t('members.empty')}>
      {mayInvite && <p>{t('members.emptyHint')}</p>}
    </StateMessage>
  );
}
