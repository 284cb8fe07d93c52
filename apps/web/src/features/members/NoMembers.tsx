import { TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOrganization } from '../../organization/organization-context.ts';
import { organizationPath } from '../../organization/organization-path.ts';
import { useMay } from '../../organization/use-may.ts';
import { StateMessage } from '../../ui/StateMessage.tsx';

export function NoMembers() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const mayInvite = useMay('invitations', 'create');
  return (
    <StateMessage
      role="status"
      icon={<TeamOutlined />}
      title={t('members.empty')}
      actions={
        mayInvite && <Link to={organizationPath(id, 'invitations')}>{t('members.goToInvitations')}</Link>
      }
    >
      {mayInvite && <p>{t('members.emptyHint')}</p>}
    </StateMessage>
  );
}
