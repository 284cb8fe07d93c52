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
import { freePort } from '../../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './management-api.ts';
import { newPortalDatabase } from './portal-database.ts';

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
  /**
   * Starts another BFF with the same settings, but for its database, on a port of its own.
   * @param env settings that differ all the same
   * @returns its origin
   */
  another(env?: Record<string, string>): Promise<string>;
}

type AppOptions = Omit<Parameters<typeof buildApp>[0], 'settings' | 'logger'>;

interface Options extends AppOptions {
  seed?: 'demo' | 'none';
  /** How many the largest organization has; default: 2,400. Fewer are read sooner where all are read. */
  members?: number;
  /** How many more invitations there are, 1,000 each in organizations of their own; default: none. */
  invitations?: number;
  portalUrl?: string;
}

export const secrets = {
  SESSION_SECRET: 'a-session-secret-of-more-than-32-characters',
  LOGTO_M2M_SECRET: m2mApplication.secret,
  LOGTO_APP_SECRET: portalApplication.secret,
};

/** Starts the embedded Logto and the BFF on ports of their own; both end afterwards. */
export async function startPortal(
  env: Record<string, string> = {},
  { seed = 'demo', members, invitations, portalUrl: publicUrl, ...appOptions }: Options = {},
): Promise<RunningPortal> {
  const origin = `http://localhost:${await freePort()}`;
  const portalUrl = publicUrl ?? origin;
  const logto = await startDevLogto({
    portalUrl,
    seed,
    controls: true,
    ...(members === undefined ? {} : { members }),
    ...(invitations === undefined ? {} : { invitations }),
  });
  const lines: string[] = [];
  const stream = new Writable({
    write: (line, _encoding, done) => {
      lines.push(String(line));
      done();
    },
  });
  const shared = {
    LOGTO_ENDPOINT: logto.origin,
    LOGTO_MANAGEMENT_RESOURCE: managementApiResource,
    LOGTO_M2M_ID: m2mApplication.id,
    LOGTO_APP_ID: portalApplication.id,
    PORTAL_URL: portalUrl,
    RATE_LIMIT_PER_PERSON: '1000000',
    RATE_LIMIT_PER_ADDRESS: '1000000',
    SUPPORT_ASSIGNABLE_ROLES: 'member,viewer',
    OPS_ASSIGNABLE_ROLES: 'admin,member,viewer',
    ...secrets,
    ...env,
  };
  const start = async (port: number, own: Record<string, string> = {}) => {
    // Each has its own, as one process at a time has the database of a folder.
    const isNamed = env['DATABASE_URL'] ?? env['PORTAL_DATA'];
    const data = isNamed ? {} : await newPortalDatabase();
    const settings = readSettings({ ...shared, ...data, PORT: String(port), ...own });
    const logger = { ...(loggerOptions('trace') as object), stream };
    // Tests change Logto by themselves and look at once; they count its calls.
    const app = await buildApp({
      settings,
      logger,
      invitationIndex: { fresh: 0, patience: 10_000, isFiller: false },
      ...appOptions,
    });
    await app.listen({ host: settings.host, port });
    return app;
  };
  const apps = [await start(Number(new URL(origin).port))];
  afterwards(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await logto.close();
  });
  return {
    origin,
    logto,
    operator: new ManagementApiByHand(logto.origin),
    log: () => lines.join(''),
    visitor: () => new Browser(origin),
    another: async (own) => {
      const port = await freePort();
      apps.push(await start(port, own));
      return `http://localhost:${port}`;
    },
    signIn: async (userId) => {
      const browser = new Browser(origin);
      await browser.signIn(userId);
      return browser;
    },
  };
}
