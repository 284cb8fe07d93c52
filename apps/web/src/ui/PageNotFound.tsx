import { QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './StateMessage.tsx';
import { ToStart } from './ToStart.tsx';

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <main className="lone-page">
      <StateMessage
        isPage
        icon={<QuestionCircleOutlined />}
        title={t('states.pageNotFound')}
        actions={<ToStart />}
      >
        <p>{t('states.pageNotFoundHint')}</p>
      </StateMessage>
    </main>
  );
}
