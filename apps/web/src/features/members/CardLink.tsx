import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { personPath } from '../../organization/organization-path.ts';

/** To all that staff may see of a member, elsewhere too. */
export default function CardLink({ personId }: { personId: string }) {
  const { t } = useTranslation();
  return <Link to={personPath(personId)}>{t('staff.card')}</Link>;
}
