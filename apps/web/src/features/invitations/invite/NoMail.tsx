import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Says before anything is done that no e-mails can be sent, and what is done instead. */
export function NoMail() {
  const { t } = useTranslation();
  return (
    <Alert
      className="invite-problem"
      type="warning"
      showIcon
      role="status"
      title={t('invite.noMail')}
      description={t('invite.noMailHint')}
    />
  );
}
