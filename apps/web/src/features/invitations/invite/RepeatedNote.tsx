import { useTranslation } from 'react-i18next';

const SHOWN = 3;

/** Names the addresses that were entered twice: the first few, and how many more. */
export function RepeatedNote({ repeated }: { repeated: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { style: 'narrow', type: 'unit' });
  const addresses = list.format(repeated.slice(0, SHOWN));
  const count = repeated.length - SHOWN;
  return (
    <p>
      {count > 0
        ? t('invitations.repeatedMany', { addresses, count })
        : t('invitations.repeated', { addresses })}
    </p>
  );
}
