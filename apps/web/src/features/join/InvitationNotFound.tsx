import { DisconnectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { LanguageLinks } from './LanguageLinks.tsx';

/** A link that was cut or changed, or an invitation that is gone: nobody learns which. */
export function InvitationNotFound() {
  const { t } = useTranslation();
  return (
    <main className="lone-page join-page">
      <StateMessage
        isPage
        icon={<DisconnectOutlined />}
        title={t('join.notFound.title')}
        actions={<Button href="/welcome">{t('join.notFound.toOwn')}</Button>}
      >
        <p>{t('join.notFound.hint')}</p>
      </StateMessage>
      <LanguageLinks />
    </main>
  );
}
