import { useTranslation } from 'react-i18next';

/** In the place of what somebody does not have. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <span className="muted">
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('people.none')}</span>
    </span>
  );
}
