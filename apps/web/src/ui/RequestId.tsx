import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCopy } from './use-copy.ts';

/** A request's id, to be copied and passed on to whoever runs the portal. */
export function RequestId({ id }: { id: string }) {
  const { t } = useTranslation();
  const { isCopied, copy } = useCopy();
  return (
    <p className="request-id">
      {t('states.requestId')} <code>{id}</code>
      <Button
        type="text"
        size="small"
        icon={isCopied ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={t('states.copyRequestId')}
        onClick={() => void copy(id)}
      />
      <span role="status">{isCopied && t('states.copied')}</span>
    </p>
  );
}
