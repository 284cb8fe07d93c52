import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function ToStart() {
  const { t } = useTranslation();
  return <Link to="/">{t('states.toStart')}</Link>;
}
