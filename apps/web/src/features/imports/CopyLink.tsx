import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';

/** Copies the link by which one person joins. */
export function CopyLink({ address, link }: { address: string; link: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <>
      <ActionButton label={t('imports.copyLinkOf', { address })} onClick={() => void copy()}>
        {isCopied ? t('states.copied') : t('imports.copyLink')}
      </ActionButton>
      <span className="visually-hidden" role="status">
        {isCopied && t('states.copied')}
      </span>
    </>
  );
}
