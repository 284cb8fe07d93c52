import type { ManagementApi } from '@org-portal/management-api';
import { createManagementApi } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import { InviterNames } from './access/inviter-names.ts';
import { TemplateSource } from './access/organization-template.ts';
import { OrganizationSource } from './access/organization-source.ts';
import { PersonSource } from './access/person.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { ActivityRecord } from './record/activity-record.ts';
import { InstanceLease } from './record/instance-lease.ts';
import { LATE, Settler } from './record/settle.ts';
import { OrganizationLock } from './rules/organization-lock.ts';
import type { Settings } from './settings/settings.ts';
import { SignIn } from './sign-in/sign-in.ts';

/** All that routes and plugins work with, made once and handed to each. */
export interface Portal {
  settings: Settings;
  api: ManagementApi;
  signIn: SignIn;
  template: TemplateSource;
  people: PersonSource;
  organizations: OrganizationSource;
  inviters: InviterNames;
  database: Database;
  record: ActivityRecord;
  lock: OrganizationLock;
  /** Ends what goes on by itself, and the connections. */
  close(): Promise<void>;
}

export interface PortalOptions {
  /** Milliseconds after which Logto will not do any more what it has not answered. */
  late?: number;
}

/** @throws Error when the database cannot be opened */
export async function createPortal(
  settings: Settings,
  log: FastifyBaseLogger,
  { late = LATE }: PortalOptions = {},
): Promise<Portal> {
  const { logto } = settings;
  const { database, held, close } = await openDatabase(settings.database, log);
  const api = createManagementApi({
    endpoint: logto.managementEndpoint,
    resource: logto.managementResource,
    clientId: logto.m2mId,
    clientSecret: logto.m2mSecret,
  });
  const lease = new InstanceLease(held);
  await lease.take();
  const record = new ActivityRecord(database, lease.id, log);
  const settler = new Settler({ database, record, lease, api, log, late });
  settler.start();
  return {
    settings,
    api,
    signIn: new SignIn(settings),
    template: new TemplateSource(api),
    people: new PersonSource(api, settings.staff),
    organizations: new OrganizationSource(api),
    inviters: new InviterNames(api),
    database,
    record,
    lock: new OrganizationLock(database, held),
    close: async () => {
      await settler.stop();
      await api.close();
      lease.release();
      await close();
    },
  };
}
