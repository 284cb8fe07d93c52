import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCopy } from '../ui/use-copy.ts';

interface CopyButtonProps {
  text: string;
  children: string;
  /** Says what is copied, for those who do not see the row. */
  label?: string;
}

/** Copies a text, and says so. */
export function CopyButton({ text, children, label }: CopyButtonProps) {
  const { t } = useTranslation();
  const { isCopied, copy } = useCopy();
  return (
    <>
      <Button
        size="small"
        icon={isCopied ? <CheckOutlined /> : <CopyOutlined />}
        {...(label && { 'aria-label': label })}
        onClick={() => void copy(text)}
      >
        {children}
      </Button>
      <span className="muted" role="status">
        {isCopied && t('states.copied')}
      </span>
    </>
  );
}
