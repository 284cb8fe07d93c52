import { useTranslation } from 'react-i18next';
import { ActivityScreen } from './ActivityScreen.tsx';

/** The activity of all organizations, for ops. */
export default function AllActivityPage() {
  const { t } = useTranslation();
  return <ActivityScreen title={t('activity.titleAll')} />;
}
