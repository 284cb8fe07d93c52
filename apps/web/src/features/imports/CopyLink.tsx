import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { useCopy } from '../../ui/use-copy.ts';

/** Copies the link by which one person joins. */
export function CopyLink({ address, link }: { address: string; link: string }) {
  const { t } = useTranslation();
  const { isCopied, copy } = useCopy();
  return (
    <>
      <ActionButton label={t('imports.copyLinkOf', { address })} onClick={() => void copy(link)}>
        {isCopied ? t('states.copied') : t('imports.copyLink')}
      </ActionButton>
      <span className="visually-hidden" role="status">
        {isCopied && t('states.copied')}
      </span>
    </>
  );
}
