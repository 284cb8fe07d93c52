import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  m2mApplication,
  managementApiResource,
  portalApplication,
  startDevLogto,
} from '@org-portal/dev-logto';
import Fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../src/portal.ts';
import { readSettings } from '../src/settings/settings.ts';
import { setupFaults } from '../src/settings/setup-faults.ts';
import { afterwards } from './harness/afterwards.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from './harness/management-api.ts';
import { newPortalDatabase } from './harness/portal-database.ts';
import { secrets } from './harness/portal.ts';

let logto: string;
let nobody: string;
let somethingElse: string;
let withoutRole: { id: string; secret: string };
let database: Record<string, string>;

beforeAll(async () => {
  const server = await startDevLogto({ portalUrl: 'http://localhost:3000', seed: 'none' });
  afterwards(() => server.close());
  logto = server.origin;
  nobody = `http://localhost:${await freePort()}`;
  const other = createServer((_request, reply) => reply.end('<h1>Hello</h1>'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  afterwards(() => other.close());
  somethingElse = `http://localhost:${(other.address() as AddressInfo).port}`;
  const operator = new ManagementApiByHand(logto);
  const { id } = await operator.call<{ id: string }>('POST', '/applications', {
    name: 'Without a role',
    type: 'MachineToMachine',
  });
  const [secret] = await operator.call<{ value: string }[]>('GET', `/applications/${id}/secrets`);
  withoutRole = { id, secret: secret!.value };
  database = await newPortalDatabase();
}, 90_000);

async function faultsWith(env: Record<string, string>): Promise<string[]> {
  const settings = readSettings({
    PORTAL_URL: 'http://localhost:3000',
    LOGTO_ENDPOINT: logto,
    LOGTO_MANAGEMENT_RESOURCE: managementApiResource,
    LOGTO_M2M_ID: m2mApplication.id,
    LOGTO_APP_ID: portalApplication.id,
    ...secrets,
    ...database,
    ...env,
  });
  const portal = await createPortal(settings, Fastify().log);
  try {
    return await setupFaults(portal);
  } finally {
    await portal.close();
  }
}

describe('the settings, tried against what they name', () => {
  it('have no fault when all is right', async () => {
    expect(await faultsWith({})).toEqual([]);
  });

  it.each<[string, () => Record<string, string>, RegExp[]]>([
    [
      'a wrong M2M secret',
      () => ({ LOGTO_M2M_SECRET: 'wrong' }),
      [/^LOGTO_M2M_ID or LOGTO_M2M_SECRET is wrong/],
    ],
    [
      'an unknown M2M application',
      () => ({ LOGTO_M2M_ID: 'nobody' }),
      [/^LOGTO_M2M_ID or LOGTO_M2M_SECRET is wrong/],
    ],
    [
      'a wrong secret of the application',
      () => ({ LOGTO_APP_SECRET: 'wrong' }),
      [/^LOGTO_APP_ID or LOGTO_APP_SECRET is wrong/],
    ],
    [
      'a wrong resource',
      () => ({ LOGTO_MANAGEMENT_RESOURCE: 'https://other.example/api' }),
      [/^LOGTO_MANAGEMENT_RESOURCE: Logto does not know https:\/\/other.example\/api/],
    ],
    [
      'a missing role',
      () => ({ LOGTO_M2M_ID: withoutRole.id, LOGTO_M2M_SECRET: withoutRole.secret }),
      [/Give it the role “Logto Management API access”/],
    ],
    [
      'an endpoint at which nobody listens',
      () => ({ LOGTO_ENDPOINT: nobody, LOGTO_MANAGEMENT_ENDPOINT: nobody }),
      [
        /^LOGTO_ENDPOINT: \S+ cannot be reached \(ECONNREFUSED\)/,
        /^LOGTO_MANAGEMENT_ENDPOINT: \S+ cannot be reached \(ECONNREFUSED\)/,
      ],
    ],
    [
      'an endpoint that is not Logto',
      () => ({ LOGTO_ENDPOINT: somethingElse, LOGTO_MANAGEMENT_ENDPOINT: somethingElse }),
      [
        /^LOGTO_ENDPOINT: \S+ does not answer as Logto does/,
        /^LOGTO_MANAGEMENT_ENDPOINT: \S+ does not answer as Logto does/,
      ],
    ],
    [
      'a Redis that is not there',
      () => ({ REDIS_URL: 'redis://localhost:9' }),
      [/^REDIS_URL: Redis cannot be used/],
    ],
  ])('%s', async (_what, env, expected) => {
    const faults = await faultsWith(env());
    expect(faults).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});
