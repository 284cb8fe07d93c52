import type { ManagementApi, ManagementApiSettings } from '@org-portal/management-api';
import { createManagementApi } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import type { Redis } from 'ioredis';
import { AccessMemo } from './access/access-memo.ts';
import { EmailSource } from './access/email-source.ts';
import { InviterNames } from './access/inviter-names.ts';
import { TemplateSource } from './access/organization-template.ts';
import { OrganizationSource } from './access/organization-source.ts';
import { Outage } from './access/outage.ts';
import { PersonSource } from './access/person.ts';
import { StaleNews } from './access/stale-news.ts';
import { backlogOf } from './background/backlog.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { EntityTags } from './entity-tags.ts';
import { InvitationIndex } from './invitation-index/invitation-index.ts';
import type { IndexOptions } from './invitation-index/readings.ts';
import { noting } from './invitation-index/own-writes.ts';
import { mendInvitation } from './invitations/mend.ts';
import { logCalls } from './observability/log-calls.ts';
import { Metrics } from './observability/metrics.ts';
import { requestId } from './observability/request-id.ts';
import type { Traces } from './observability/traces.ts';
import { ActivityRecord } from './record/activity-record.ts';
import { InstanceLease } from './record/instance-lease.ts';
import { LATE, Settler, type SettlerParts } from './record/settle.ts';
import { connectRedis } from './redis/connect.ts';
import { OrganizationLock } from './rules/organization-lock.ts';
import type { Settings } from './settings/settings.ts';
import { MemorySessionStore } from './sign-in/memory-session-store.ts';
import { RedisSessionStore } from './sign-in/redis-session-store.ts';
import { LIFETIMES, type Lifetimes, type SessionStore } from './sign-in/session-store.ts';
import { SignIn } from './sign-in/sign-in.ts';

/** All that routes and plugins work with, made once and handed to each. */
export interface Portal {
  settings: Settings;
  log: FastifyBaseLogger;
  api: ManagementApi;
  signIn: SignIn;
  /** What all instances share, if it was set. */
  redis: Redis | undefined;
  sessions: SessionStore;
  template: TemplateSource;
  people: PersonSource;
  outage: Outage;
  organizations: OrganizationSource;
  access: AccessMemo;
  /** To be told of each change of what the three sources above keep. */
  stale: StaleNews;
  inviters: InviterNames;
  email: EmailSource;
  /** All invitations, as of some moment. */
  invitationIndex: InvitationIndex;
  entityTags: EntityTags;
  database: Database;
  record: ActivityRecord;
  lock: OrganizationLock;
  /** The sign that this process is alive. */
  lease: InstanceLease;
  /** None: nobody reads them. */
  metrics: Metrics | undefined;
  traces: Traces | undefined;
  /** Ends what goes on by itself, and the connections. */
  close(): Promise<void>;
}

export interface PortalOptions {
  /** Milliseconds after which Logto will not do any more what it has not answered. */
  late?: number;
  lifetimes?: Lifetimes;
  invitationIndex?: IndexOptions;
  /** How long Logto may take, and how often it is asked. */
  upstream?: Pick<ManagementApiSettings, 'timeout' | 'deadline' | 'retry'>;
}

/** @throws Error when the database cannot be opened */
export async function createPortal(
  settings: Settings,
  log: FastifyBaseLogger,
  { late = LATE, lifetimes = LIFETIMES, upstream = {}, invitationIndex: indexOptions }: PortalOptions = {},
): Promise<Portal> {
  const { logto, redisUrl, sessionSecrets } = settings;
  const { database, held, close } = await openDatabase(settings.database, log);
  const redis = redisUrl && (await connectRedis(redisUrl));
  const logCall = logCalls(log);
  const metrics = settings.metrics && new Metrics();
  const traces = settings.otlpEndpoint && (await startTraces(settings.otlpEndpoint));
  const client = createManagementApi({
    endpoint: logto.managementEndpoint,
    resource: logto.managementResource,
    clientId: logto.m2mId,
    clientSecret: logto.m2mSecret,
    ...upstream,
    budget: { limit: logto.budget, redis },
    requestId,
    onCall: (report) => {
      logCall(report);
      metrics?.call(report);
      traces?.call(report);
    },
    onToken: (renewal) => metrics?.token(renewal),
    onBudget: ({ sharing, limit, instances, cause }) => {
      if (sharing === 'alone')
        log.warn(
          { limit, instances, err: cause },
          'without Redis: this instance keeps to its share of the budget',
        );
      else log.info({ limit, instances, sharing }, 'with Redis again: the budget is shared');
    },
  });
  const invitationIndex = new InvitationIndex(
    { database, api: client, log, budget: () => client.budgetState().limit },
    indexOptions,
  );
  const api = noting(client, invitationIndex);
  const sessions = redis
    ? new RedisSessionStore(redis, sessionSecrets, lifetimes)
    : new MemorySessionStore(lifetimes);
  metrics?.watch(api, sessions);
  metrics?.watchJobs(() => backlogOf(database).catch(() => []));
  const lease = new InstanceLease(held);
  await lease.take();
  const record = new ActivityRecord(database, lease.id, log);
  const template = new TemplateSource(api, metrics?.cache('template'));
  const people = new PersonSource(api, settings.staff, metrics?.cache('person'));
  const inviters = new InviterNames(api, metrics?.cache('inviter'));
  const organizations = new OrganizationSource(api, metrics?.cache('organization'));
  const mend: SettlerParts['mend'] = async (calls, row, seen) => {
    const parts = {
      settings,
      organizations,
      inviters,
      people,
      template,
      database,
      log,
      record,
      api: calls,
    };
    const isMended = await mendInvitation(parts, row, seen);
    // The index was not told of what came about while nobody waited for it.
    if (row.organization_id !== null && row.action.startsWith('invitation.'))
      await invitationIndex.doubtful({ organizationId: row.organization_id });
    return isMended;
  };
  const settler = new Settler({ database, record, lease, api, log, late, mend });
  settler.start();
  const stale = new StaleNews({ api, people, template, organizations }, redis, log);
  return {
    settings,
    log,
    api,
    signIn: new SignIn(settings, () => sessions.now()),
    redis,
    sessions,
    template,
    people,
    outage: new Outage(api),
    organizations,
    access: new AccessMemo(settings.staff),
    stale,
    inviters,
    email: new EmailSource(api),
    invitationIndex,
    entityTags: new EntityTags(sessionSecrets),
    database,
    record,
    lock: new OrganizationLock(database, held),
    lease,
    metrics,
    traces,
    close: async () => {
      await settler.stop();
      await invitationIndex.readings.close();
      await api.close();
      await traces?.close();
      stale.close();
      await sessions.close();
      lease.release();
      await close();
    },
  };
}

/** Loaded only where they are wanted. */
async function startTraces(endpoint: URL): Promise<Traces> {
  const { Traces } = await import('./observability/traces.ts');
  return new Traces(endpoint);
}
