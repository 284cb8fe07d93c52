import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './StateMessage.tsx';

interface NoMatchProps {
  q: string;
  /** There was too much to compare all of it without accents. */
  isPartial: boolean;
  onClear: () => void;
}

/** A list is empty because of its search and filters. */
export function NoMatch({ q, isPartial, onClear }: NoMatchProps) {
  const { t } = useTranslation();
  return (
    <StateMessage
      role="status"
      icon={<SearchOutlined />}
      title={q ? t('states.noMatchOf', { q }) : t('states.noMatch')}
      actions={<Button onClick={onClear}>{t('states.clearFilters')}</Button>}
    >
      <p>{t(isPartial ? 'states.noMatchAccents' : 'states.noMatchHint')}</p>
    </StateMessage>
  );
}
