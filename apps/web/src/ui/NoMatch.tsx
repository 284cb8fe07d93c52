import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './StateMessage.tsx';

/** A list is empty because of its search and filters. */
export function NoMatch({ q, onClear }: { q: string; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      role="status"
      icon={<SearchOutlined />}
      title={q ? t('states.noMatchOf', { q }) : t('states.noMatch')}
      actions={<Button onClick={onClear}>{t('states.clearFilters')}</Button>}
    >
      <p>{t('states.noMatchHint')}</p>
    </StateMessage>
  );
}
