import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../permissions/permission-words.ts';
import { StateMessage } from './StateMessage.tsx';

interface NoPermissionProps {
  /** Name of the permission that is missing. */
  permission: string;
  /** Name of the organization. */
  organization: string;
}

export function NoPermission({ permission, organization }: NoPermissionProps) {
  const { t } = useTranslation();
  const hint = t('states.noPermissionHint', { permission: permissionWords(permission, t), organization });
  return (
    <StateMessage isPage icon={<LockOutlined />} title={t('states.noPermission')}>
      <p>{hint}</p>
    </StateMessage>
  );
}
