import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  m2mApplication,
  managementApiResource,
  portalApplication,
  startDevLogto,
  type DevLogto,
} from '@org-portal/dev-logto';
import { afterAll } from 'vitest';
import { freePort } from '../../../../../scripts/process/free-port.mjs';
import { newPortalDatabase } from './portal-database.ts';

const BFF = fileURLToPath(new URL('../../../../bff/dist/main.js', import.meta.url));

/** The built portal as a process of its own, beside an embedded Logto with fresh demo data, for one test file. */
export async function startPortal(
  env: Record<string, string> = {},
): Promise<{ origin: string; logto: DevLogto }> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [database, logto] = await Promise.all([
    newPortalDatabase(),
    startDevLogto({ portalUrl: origin, controls: true }),
  ]);
  const bff = fork(BFF, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PORTAL_URL: origin,
      LOGTO_ENDPOINT: logto.origin,
      LOGTO_MANAGEMENT_RESOURCE: managementApiResource,
      LOGTO_M2M_ID: m2mApplication.id,
      LOGTO_M2M_SECRET: m2mApplication.secret,
      LOGTO_APP_ID: portalApplication.id,
      LOGTO_APP_SECRET: portalApplication.secret,
      SESSION_SECRET: 'a-session-secret-of-more-than-32-characters',
      SUPPORT_ASSIGNABLE_ROLES: 'member,viewer',
      OPS_ASSIGNABLE_ROLES: 'admin,member,viewer',
      RATE_LIMIT_PER_PERSON: '1000000',
      RATE_LIMIT_PER_ADDRESS: '1000000',
      ...database,
      ...env,
    },
  });
  afterAll(async () => {
    bff.disconnect();
    await once(bff, 'exit');
    await logto.close();
  });
  await Promise.race([
    once(bff, 'message'),
    once(bff, 'exit').then(() => Promise.reject(new Error('the BFF did not start'))),
  ]);
  return { origin, logto };
}
