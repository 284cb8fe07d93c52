import { HistoryOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/StateMessage.tsx';

export function NoActivity() {
  const { t } = useTranslation();
  return (
    <StateMessage role="status" icon={<HistoryOutlined />} title={t('activity.empty')}>
      <p>{t('activity.emptyHint')}</p>
    </StateMessage>
  );
}
