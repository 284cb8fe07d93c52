import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A request's id, to be copied and passed on to whoever runs the portal. */
export function RequestId({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <p className="request-id">
      {t('states.requestId')} <code>{id}</code>
      <Button
        type="text"
        size="small"
        icon={isCopied ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={t('states.copyRequestId')}
        onClick={() => void copy()}
      />
      <span role="status">{isCopied && t('states.copied')}</span>
    </p>
  );
}
