import type { DatabaseSettings } from '../database/open-database.ts';
import type { MetricsAddress } from '../observability/metrics-server.ts';
import type { StopTimes } from '../stop.ts';
import type { Secrets } from '../sign-in/seal.ts';
import { cleanEnv, port, str } from 'envalid';
import {
  collectorUrl,
  count,
  countOrNone,
  httpUrl,
  list,
  postgresUrl,
  redisUrl,
  sessionSecrets,
  text,
  yesOrNo,
} from './validators.ts';
import { SettingsError } from './settings-error.ts';

export interface StaffSettings {
  /** Name of the Logto user role that makes somebody support staff, or ops. */
  supportRole: string;
  opsRole: string;
  /** Of the one that lets staff suspend people. */
  suspendRole: string;
  /** Of the one that lets ops take away roles. */
  changeRole: string;
  /** Ids of the organizations that support may enter; empty: all. */
  supportOrganizations: string[];
  /** Names of the organization roles that support may give. */
  supportAssignableRoles: string[];
  /** Whether support may invite people who get no role. */
  supportInvitesWithoutRole: boolean;
  /** Names of the organization roles that ops may take away. */
  opsAssignableRoles: string[];
}

export interface Settings {
  host: string;
  port: number;
  logLevel: string;
  /** Where the metrics are read; none: nowhere. */
  metrics: MetricsAddress | undefined;
  /** Where traces are delivered to; none: nowhere. */
  otlpEndpoint: URL | undefined;
  stop: StopTimes;
  /** Where browsers reach the portal: an origin. */
  portalUrl: URL;
  /** The first one signs and seals, all of them verify and open. */
  sessionSecrets: Secrets;
  /** Where the record is kept. */
  database: DatabaseSettings;
  /** Addresses and networks whose `X-Forwarded-*` headers are believed, as proxy-addr takes them. */
  trustedProxies: string[];
  /** Shared by all instances; without it sessions live in the process. */
  redisUrl: URL | undefined;
  /** Requests per minute. */
  rateLimits: { perPerson: number; perAddress: number };
  logto: {
    /** Sign-in; with Logto Cloud possibly a custom domain. */
    endpoint: URL;
    managementEndpoint: URL;
    managementResource: string;
    /** Requests in any ten seconds, of all instances together; 0: as many as it takes; undefined: Logto Cloud's 200. */
    budget: number | undefined;
    m2mId: string;
    m2mSecret: string;
    appId: string;
    appSecret: string;
    /** Without it no webhook is taken. */
    webhookSigningKey: string | undefined;
  };
  staff: StaffSettings;
}

/** Variable → how it is read. The order is that of .env.example. */
const specs = {
  LOGTO_ENDPOINT: httpUrl({ example: 'https://auth.example.com' }),
  LOGTO_MANAGEMENT_ENDPOINT: httpUrl({ example: 'https://abc123.logto.app', default: undefined }),
  LOGTO_MANAGEMENT_RESOURCE: text({ example: 'https://default.logto.app/api', default: undefined }),
  LOGTO_BUDGET: countOrNone({ example: '200', default: undefined }),
  LOGTO_M2M_ID: text({ example: 'q8xw2m0ktz1a9c3e5b7d1' }),
  LOGTO_M2M_SECRET: text({ example: 'the secret of the M2M application' }),
  LOGTO_APP_ID: text({ example: 'z1a9c3e5b7d1q8xw2m0kt' }),
  LOGTO_APP_SECRET: text({ example: 'the secret of the Traditional web application' }),
  LOGTO_WEBHOOK_SIGNING_KEY: text({ example: 'the signing key of the webhook', default: undefined }),
  PORTAL_URL: httpUrl({ example: 'https://portal.example.com' }),
  SESSION_SECRET: sessionSecrets({ example: 'the output of: openssl rand -hex 32' }),
  DATABASE_URL: postgresUrl({
    example: 'postgres://portal:secret@db.example.com:5432/portal',
    default: undefined,
  }),
  PORTAL_DATA: text({ example: '/var/lib/org-portal' }),
  TRUSTED_PROXIES: list({
    example: 'loopback,10.0.0.0/8',
    default: ['loopback', 'linklocal', 'uniquelocal'],
  }),
  REDIS_URL: redisUrl({ example: 'redis://localhost:6379', default: undefined }),
  RATE_LIMIT_PER_PERSON: count({ example: '600', default: 600 }),
  RATE_LIMIT_PER_ADDRESS: count({ example: '1200', default: 1200 }),
  HOST: text({ example: '0.0.0.0', default: '127.0.0.1' }),
  PORT: port({ example: '3000', default: 3000 }),
  LOG_LEVEL: str({
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    example: 'info',
    default: 'info',
  }),
  METRICS_PORT: port({ example: '9464', default: undefined }),
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl({
    example: 'http://otel-collector:4318',
    default: undefined,
  }),
  METRICS_HOST: text({ example: '10.0.0.5', default: '127.0.0.1' }),
  STOP_DELAY: countOrNone({ example: '5', default: 0 }),
  STOP_PATIENCE: count({ example: '10', default: 10 }),
  STAFF_SUPPORT_ROLE: text({ example: 'support', default: 'support' }),
  STAFF_OPS_ROLE: text({ example: 'ops', default: 'ops' }),
  STAFF_SUSPEND_ROLE: text({ example: 'suspend', default: 'suspend' }),
  STAFF_CHANGE_ROLE: text({ example: 'change', default: 'change' }),
  SUPPORT_ORGANIZATIONS: list({ example: 'organization ids, by commas', default: [] }),
  SUPPORT_ASSIGNABLE_ROLES: list({ example: 'member,viewer', default: [] }),
  SUPPORT_INVITES_WITHOUT_ROLE: yesOrNo({ example: 'true', default: false }),
  OPS_ASSIGNABLE_ROLES: list({ example: 'admin,member,viewer', default: [] }),
};

/**
 * Reads and checks the settings.
 * @param env such as process.env; empty values count as not given
 * @throws SettingsError that names every faulty variable at once
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = cleanEnv(
    given,
    { ...specs, PORTAL_DATA: portalData(given) },
    {
      reporter: ({ errors }) => {
        const faults = Object.entries(errors);
        if (faults.length === 0) return;
        throw new SettingsError(
          faults.map(([variable, error]) => ({
            variable,
            problem: variable in given ? (error?.message ?? 'is not valid') : 'is missing',
            example: String(specs[variable as keyof typeof specs].example),
          })),
        );
      },
    },
  );
  if (read.METRICS_PORT === read.PORT) {
    const problem = 'must be another port than PORT';
    throw new SettingsError([{ variable: 'METRICS_PORT', problem, example: '9464' }]);
  }
  const managementEndpoint = read.LOGTO_MANAGEMENT_ENDPOINT ?? read.LOGTO_ENDPOINT;
  return {
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    metrics:
      read.METRICS_PORT === undefined ? undefined : { host: read.METRICS_HOST, port: read.METRICS_PORT },
    otlpEndpoint: read.OTEL_EXPORTER_OTLP_ENDPOINT,
    stop: { delay: read.STOP_DELAY * 1_000, patience: read.STOP_PATIENCE * 1_000 },
    portalUrl: read.PORTAL_URL,
    sessionSecrets: read.SESSION_SECRET,
    database: read.DATABASE_URL ? { url: read.DATABASE_URL } : { folder: read.PORTAL_DATA },
    trustedProxies: read.TRUSTED_PROXIES,
    redisUrl: read.REDIS_URL,
    rateLimits: { perPerson: read.RATE_LIMIT_PER_PERSON, perAddress: read.RATE_LIMIT_PER_ADDRESS },
    logto: {
      endpoint: read.LOGTO_ENDPOINT,
      managementEndpoint,
      managementResource: read.LOGTO_MANAGEMENT_RESOURCE ?? defaultResource(managementEndpoint),
      budget: read.LOGTO_BUDGET,
      m2mId: read.LOGTO_M2M_ID,
      m2mSecret: read.LOGTO_M2M_SECRET,
      appId: read.LOGTO_APP_ID,
      appSecret: read.LOGTO_APP_SECRET,
      webhookSigningKey: read.LOGTO_WEBHOOK_SIGNING_KEY,
    },
    staff: {
      supportRole: read.STAFF_SUPPORT_ROLE,
      opsRole: read.STAFF_OPS_ROLE,
      suspendRole: read.STAFF_SUSPEND_ROLE,
      changeRole: read.STAFF_CHANGE_ROLE,
      supportOrganizations: read.SUPPORT_ORGANIZATIONS,
      supportAssignableRoles: read.SUPPORT_ASSIGNABLE_ROLES,
      supportInvitesWithoutRole: read.SUPPORT_INVITES_WITHOUT_ROLE,
      opsAssignableRoles: read.OPS_ASSIGNABLE_ROLES,
    },
  };
}

/** In production nobody should find out by losing it that the record was in a folder. */
function portalData(given: Record<string, unknown>) {
  const example = '/var/lib/org-portal';
  const mustBeNamed = given['NODE_ENV'] === 'production' && given['DATABASE_URL'] === undefined;
  return mustBeNamed ? text({ example }) : text({ example, default: 'data' });
}

/** Logto Cloud names the resource after the tenant's own host; Logto OSS always has the same one. */
function defaultResource(endpoint: URL): string {
  return endpoint.hostname.endsWith('.logto.app')
    ? `${endpoint.origin}/api`
    : 'https://default.logto.app/api';
}
