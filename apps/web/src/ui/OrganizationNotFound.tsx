import { QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './StateMessage.tsx';
import { ToStart } from './ToStart.tsx';

export function OrganizationNotFound() {
  const { t } = useTranslation();
  return (
    <StateMessage
      isPage
      icon={<QuestionCircleOutlined />}
      title={t('states.organizationNotFound')}
      actions={<ToStart />}
    >
      <p>{t('states.organizationNotFoundHint')}</p>
    </StateMessage>
  );
}
