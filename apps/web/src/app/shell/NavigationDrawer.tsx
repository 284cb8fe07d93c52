import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Navigation } from './Navigation.tsx';
import { SidePanel } from '../../ui/dialog/SidePanel.tsx';

/** The navigation over the page; gone once it has led somewhere. */
export default function NavigationDrawer({ onClosed }: { onClosed: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [openedAt] = useState(pathname);
  const [isDismissed, setDismissed] = useState(false);
  return (
    <SidePanel
      open={!isDismissed && pathname === openedAt}
      placement="left"
      size={280}
      title={t('app.name')}
      closable={{ 'aria-label': t('app.closeNavigation') }}
      classNames={{ body: 'navigation-drawer' }}
      onClose={() => setDismissed(true)}
      afterOpenChange={(open) => {
        if (!open) onClosed();
      }}
    >
      <Navigation />
    </SidePanel>
  );
}
