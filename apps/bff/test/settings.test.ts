import { describe, expect, it } from 'vitest';
import { SettingsError } from '../src/settings/settings-error.ts';
import { readSettings } from '../src/settings/settings.ts';

const good = {
  LOGTO_ENDPOINT: 'https://auth.example.com',
  LOGTO_M2M_ID: 'm2m',
  LOGTO_M2M_SECRET: 'm2m-secret',
  LOGTO_APP_ID: 'app',
  LOGTO_APP_SECRET: 'app-secret',
  PORTAL_URL: 'https://portal.example.com',
  SESSION_SECRET: 'x'.repeat(32),
};

const faults = (env: Record<string, string>) => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('no fault was found');
};

describe('settings', () => {
  it('have defaults for what can be guessed', () => {
    expect(readSettings(good)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      redisUrl: undefined,
      stop: { delay: 0, patience: 10_000 },
      rateLimits: { perPerson: 600, perAddress: 1200 },
      logto: {
        managementEndpoint: new URL('https://auth.example.com'),
        managementResource: 'https://default.logto.app/api',
      },
      staff: {
        supportRole: 'support',
        opsRole: 'ops',
        supportOrganizations: [],
        supportAssignableRoles: [],
        supportInvitesWithoutRole: false,
      },
    });
  });

  it('of Logto Cloud with a custom domain: sign-in there, Management API and its resource at the tenant', () => {
    const { logto } = readSettings({ ...good, LOGTO_MANAGEMENT_ENDPOINT: 'https://abc123.logto.app' });
    expect(logto.endpoint.origin).toBe('https://auth.example.com');
    expect(logto.managementEndpoint.origin).toBe('https://abc123.logto.app');
    expect(logto.managementResource).toBe('https://abc123.logto.app/api');
  });

  it.each([
    ['', undefined],
    ['0', 0],
    ['200', 200],
  ])('LOGTO_BUDGET=%s is %s', (given, budget) => {
    expect(readSettings({ ...good, LOGTO_BUDGET: given }).logto.budget).toBe(budget);
  });

  it('that are missing are all named in one message, each with an example', () => {
    const { message } = faults({});
    for (const name of Object.keys(good))
      expect(message).toMatch(new RegExp(`${name} is missing. Example: .+`));
  });

  it('that are empty count as missing', () => {
    expect(faults({ ...good, LOGTO_APP_ID: '', LOGTO_APP_SECRET: ' ' }).faults).toMatchObject([
      { variable: 'LOGTO_APP_ID', problem: 'is missing' },
      { variable: 'LOGTO_APP_SECRET', problem: 'must not be empty' },
    ]);
  });

  it.each([
    ['LOGTO_ENDPOINT', 'auth.example.com'],
    ['LOGTO_ENDPOINT', 'ftp://auth.example.com'],
    ['LOGTO_ENDPOINT', 'http://auth.example.com'],
    ['LOGTO_ENDPOINT', 'https://auth.example.com/oidc'],
    ['LOGTO_BUDGET', '-1'],
    ['METRICS_PORT', '0'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'otel-collector:4318'],
    ['METRICS_PORT', '3000'],
    ['LOGTO_BUDGET', 'many'],
    ['PORTAL_URL', 'http://portal.example.com'],
    ['PORTAL_URL', 'http://localhost.example.com'],
    ['SESSION_SECRET', 'short'],
    ['SESSION_SECRET', `${'x'.repeat(32)},short`],
    ['SESSION_SECRET', `${'x'.repeat(32)},`],
    ['PORT', '70000'],
    ['PORT', 'x'],
    ['LOG_LEVEL', 'loud'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'https://redis.example.com'],
    ['RATE_LIMIT_PER_PERSON', '0'],
    ['RATE_LIMIT_PER_PERSON', '-1'],
    ['RATE_LIMIT_PER_ADDRESS', 'many'],
    ['RATE_LIMIT_PER_ADDRESS', '1e9'],
  ])('%s=%s is refused by name', (variable, value) => {
    expect(faults({ ...good, [variable]: value }).faults).toMatchObject([{ variable }]);
  });

  it.each([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://logto.localhost:3001',
    'http://[::1]:3000',
  ])('take plain http on this machine: %s', (PORTAL_URL) =>
    expect(readSettings({ ...good, PORTAL_URL }).portalUrl.href).toBe(`${PORTAL_URL}/`),
  );

  it('take several secrets, the one that signs first', () => {
    const [newer, older] = ['n'.repeat(32), 'o'.repeat(32)];
    expect(readSettings({ ...good, SESSION_SECRET: `${newer}, ${older}` }).sessionSecrets).toEqual([
      newer,
      older,
    ]);
  });

  it('that are lists are split at commas', () => {
    const { staff } = readSettings({ ...good, SUPPORT_ASSIGNABLE_ROLES: ' member , viewer,, ' });
    expect(staff.supportAssignableRoles).toEqual(['member', 'viewer']);
    expect(staff.opsAssignableRoles).toEqual([]);
  });

  it('never show the value of a secret', () => {
    const bad = { SESSION_SECRET: 'hunter2', REDIS_URL: 'http://:hunter2@redis', PORT: 'x' };
    expect(faults({ ...good, ...bad }).message).not.toContain('hunter2');
  });
});
