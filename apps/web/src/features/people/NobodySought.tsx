import { SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/StateMessage.tsx';

/** Nothing has been searched for yet. */
export function NobodySought() {
  const { t } = useTranslation();
  return (
    <StateMessage icon={<SearchOutlined />} title={t('people.start')}>
      <p>{t('people.startHint')}</p>
    </StateMessage>
  );
}
