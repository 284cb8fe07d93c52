import { FileSearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './StateMessage.tsx';

/** A list has rows, but no longer on this page. */
export function PageTooFar({ page, onFirst }: { page: number; onFirst: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      role="status"
      icon={<FileSearchOutlined />}
      title={t('states.pageTooFar', { page })}
      actions={<Button onClick={onFirst}>{t('states.firstPage')}</Button>}
    />
  );
}
