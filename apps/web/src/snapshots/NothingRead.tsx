import { DatabaseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../ui/StateMessage.tsx';

/** In place of what a snapshot would show, while there is none. */
export function NothingRead() {
  const { t } = useTranslation();
  return (
    <StateMessage role="status" icon={<DatabaseOutlined />} title={t('snapshots.missing')}>
      <p>{t('snapshots.missingHint')}</p>
    </StateMessage>
  );
}
