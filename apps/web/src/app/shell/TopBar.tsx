import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useOrganizationQuery } from '../../organization/organization-query.ts';
import { CutText } from '../../ui/CutText.tsx';
import { Opening } from '../../ui/dialog/Opening.tsx';

const NavigationDrawer = lazy(() => import('./NavigationDrawer.tsx'));

/** On narrow screens: the organization's name where there is one, and the navigation behind a button. */
export function TopBar() {
  const { t } = useTranslation();
  const { organizationId } = useParams();
  const { result } = useOrganizationQuery(organizationId ?? '');
  const title = organizationId === undefined ? t('app.allOrganizations') : result?.name;
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="top-bar">
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('app.openNavigation')}
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      <CutText>{title ?? t('app.name')}</CutText>
      <Opening>{isOpen && <NavigationDrawer onClosed={() => setOpen(false)} />}</Opening>
    </header>
  );
}
