import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useOrganization } from '../../organization/organization-context.ts';
import { INVITE_HASH, organizationPath } from '../../organization/organization-path.ts';
import { useMay } from '../../organization/use-may.ts';

/** Members are not added, they are invited: leads to the invite form, for those who may. */
export function InviteInstead() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const navigate = useNavigate();
  const may = useMay('invitations', 'create');
  if (!may) return null;
  return (
    <Button
      type="primary"
      icon={<UserAddOutlined />}
      onClick={() => void navigate(organizationPath(id, 'invitations') + INVITE_HASH)}
    >
      {t('members.invite')}
    </Button>
  );
}
