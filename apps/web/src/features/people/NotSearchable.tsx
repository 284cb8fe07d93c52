import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/StateMessage.tsx';

/** What is searched for cannot be. */
export function NotSearchable({ isPhone, onClear }: { isPhone: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      role="alert"
      icon={<SearchOutlined />}
      title={t('people.notSearchable')}
      actions={<Button onClick={onClear}>{t('states.clearFilters')}</Button>}
    >
      <p>{t(isPhone ? 'people.phoneHint' : 'people.notSearchableHint')}</p>
    </StateMessage>
  );
}
