import { useTranslation } from 'react-i18next';
import { Permitted } from '../../organization/Permitted.tsx';
import { ActivityScreen } from './ActivityScreen.tsx';

/** The activity of the organization of the address. */
export default function ActivityPage() {
  const { t } = useTranslation();
  return (
    <Permitted resource="activity">
      <ActivityScreen title={t('activity.title')} />
    </Permitted>
  );
}
