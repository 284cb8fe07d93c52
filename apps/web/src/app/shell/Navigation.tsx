import { MailOutlined, SafetyCertificateOutlined, TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import { organizationPath } from '../../organization/organization-path.ts';
import { useOrganizationQuery } from '../../organization/organization-query.ts';
import { OrganizationSwitcher } from './OrganizationSwitcher.tsx';
import { PersonMenu } from './PersonMenu.tsx';

const ENTRIES = [
  { screen: 'members', icon: <TeamOutlined /> },
  { screen: 'invitations', icon: <MailOutlined /> },
  { screen: 'roles', icon: <SafetyCertificateOutlined /> },
] as const;

/** The organization, its screens, the person. */
export function Navigation() {
  const { t } = useTranslation();
  const { organizationId = '' } = useParams();
  const { result: organization, query } = useOrganizationQuery(organizationId);
  return (
    <>
      <OrganizationSwitcher current={organization} />
      {organization && !organization.access.isMember && (
        <p className="here-as-staff">{t('app.hereAsStaff')}</p>
      )}
      <nav aria-label={t('app.navigation')}>
        {!query.error && (
          <ul className="navigation">
            {ENTRIES.map(({ screen, icon }) => (
              <li key={screen}>
                <NavLink to={organizationPath(organizationId, screen)}>
                  <span aria-hidden>{icon}</span>
                  {t(`app.${screen}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        )}
      </nav>
      <PersonMenu />
    </>
  );
}
