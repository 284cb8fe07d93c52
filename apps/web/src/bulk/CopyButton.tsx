import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyButtonProps {
  text: string;
  children: string;
  /** Says what is copied, for those who do not see the row. */
  label?: string;
}

/** Copies a text, and says so. */
export function CopyButton({ text, children, label }: CopyButtonProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <Button
        size="small"
        icon={isCopied ? <CheckOutlined /> : <CopyOutlined />}
        {...(label && { 'aria-label': label })}
        onClick={() => void copy()}
      >
        {children}
      </Button>
      <span className="muted" role="status">
        {isCopied && t('states.copied')}
      </span>
    </>
  );
}
