import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOrganization } from '../../../organization/organization-context.ts';
import { organizationPath } from '../../../organization/organization-path.ts';
import { useMay } from '../../../organization/use-may.ts';

/** The way to the lists that were imported, for those who may invite. */
export function ImportsLink() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const may = useMay('imports', 'list');
  if (!may) return null;
  return <Link to={organizationPath(id, 'imports')}>{t('invite.imports')}</Link>;
}
