import { Refine } from '@refinedev/core';
import { BrowserRouter } from 'react-router';
import { accessControlProvider } from '../providers/access-control.ts';
import { authProvider } from '../providers/auth.ts';
import { dataProvider } from '../providers/data.ts';
import { i18nProvider } from '../providers/i18n.ts';
import { useNotificationProvider } from '../providers/notification.ts';
import { queryClient } from '../providers/query-client.ts';
import { routerProvider } from '../providers/router.ts';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { resources } from './resources.ts';
import { PortalRoutes } from './PortalRoutes.tsx';

const options = {
  disableTelemetry: true,
  /** It would ask for the session at every change of page; every call to the portal tells when it has ended. */
  disableRouteChangeHandler: true,
  reactQuery: { clientConfig: queryClient },
};

/** Addresses change at once, not as transitions: Back pressed while one is under way would be lost on the lists. */
export function App() {
  return (
    <BrowserRouter useTransitions={false}>
      <ThemeProvider>
        <Refine
          dataProvider={dataProvider}
          authProvider={authProvider}
          accessControlProvider={accessControlProvider}
          notificationProvider={useNotificationProvider}
          i18nProvider={i18nProvider}
          routerProvider={routerProvider}
          resources={resources}
          options={options}
        >
          <PortalRoutes />
        </Refine>
      </ThemeProvider>
    </BrowserRouter>
  );
}
