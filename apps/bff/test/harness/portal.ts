import { Writable } from 'node:stream';
import {
  m2mApplication,
  managementApiResource,
  portalApplication,
  startDevLogto,
  type DevLogto,
} from '@org-portal/dev-logto';
import { buildApp } from '../../src/app.ts';
import { loggerOptions } from '../../src/logger.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { afterwards } from './afterwards.ts';
import { Browser } from './browser.ts';
import { freePort } from './free-port.ts';
import { ManagementApiByHand } from './management-api.ts';
import { newPortalData } from './portal-data.ts';

export interface RunningPortal {
  origin: string;
  logto: DevLogto;
  /** Logto's own API, for what happens outside of the portal. */
  operator: ManagementApiByHand;
  /** Everything that was logged. */
  log(): string;
  /** A browser in which somebody has signed in. */
  signIn(userId: string): Promise<Browser>;
  /** A browser in which nobody has. */
  visitor(): Browser;
}

export const secrets = {
  SESSION_SECRET: 'a-session-secret-of-more-than-32-characters',
  LOGTO_M2M_SECRET: m2mApplication.secret,
  LOGTO_APP_SECRET: portalApplication.secret,
};

/** Starts the embedded Logto and the BFF on ports of their own; both end afterwards. */
export async function startPortal(
  env: Record<string, string> = {},
  options: { webRoot?: string; seed?: 'demo' | 'none'; portalUrl?: string; late?: number } = {},
): Promise<RunningPortal> {
  const origin = `http://localhost:${await freePort()}`;
  const portalUrl = options.portalUrl ?? origin;
  const logto = await startDevLogto({ portalUrl, seed: options.seed ?? 'demo', controls: true });
  const lines: string[] = [];
  const stream = new Writable({
    write: (line, _encoding, done) => {
      lines.push(String(line));
      done();
    },
  });
  const settings = readSettings({
    LOGTO_ENDPOINT: logto.origin,
    LOGTO_MANAGEMENT_RESOURCE: managementApiResource,
    LOGTO_M2M_ID: m2mApplication.id,
    LOGTO_APP_ID: portalApplication.id,
    PORTAL_URL: portalUrl,
    PORT: new URL(origin).port,
    SUPPORT_ASSIGNABLE_ROLES: 'member,viewer',
    ...(env['DATABASE_URL'] ? {} : { PORTAL_DATA: await newPortalData() }),
    ...secrets,
    ...env,
  });
  const app = await buildApp({
    settings,
    logger: { ...(loggerOptions('trace') as object), stream },
    ...(options.late === undefined ? {} : { late: options.late }),
    ...(options.webRoot === undefined ? {} : { webRoot: options.webRoot }),
  });
  await app.listen({ host: settings.host, port: settings.port });
  afterwards(async () => {
    await app.close();
    await logto.close();
  });
  return {
    origin,
    logto,
    operator: new ManagementApiByHand(logto.origin),
    log: () => lines.join(''),
    visitor: () => new Browser(origin),
    signIn: async (userId) => {
      const browser = new Browser(origin);
      await browser.signIn(userId);
      return browser;
    },
  };
}
