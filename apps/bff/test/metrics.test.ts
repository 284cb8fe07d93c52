import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { Metrics } from '../src/observability/metrics.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { startPortal } from './harness/portal.ts';
import { addresses, handIn, rowOf } from './imports/list.ts';
import {
  closedReview,
  finished,
  member,
  newOrganization,
  owner,
  remove,
  viewer,
} from './removals/closed-review.ts';

const { halden } = demo.organizations;
const port = await freePort();
const portal = await startPortal({ METRICS_PORT: String(port) });
const at = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
const metrics = async () => (await at('/metrics')).text();

/** @returns the value of a series, whose labels may stand in any order */
const valueOf = (text: string, name: string, labels: Record<string, string> = {}) => {
  const line = text
    .split('\n')
    .find(
      (one) =>
        (one.startsWith(`${name}{`) || one.startsWith(`${name} `)) &&
        Object.entries(labels).every(([label, value]) => one.includes(`${label}="${value}"`)),
    );
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')));
};

describe('metrics', () => {
  it('tell of requests, calls of Logto, the budget, tokens, caches and sessions', async () => {
    const browser = await portal.signIn(demo.users.owner);
    const page = `/api/organizations/${halden}/members`;
    await browser.get(page);
    await browser.get(page);
    await portal.visitor().get('/api/session');
    await portal.visitor().get('/no/such/page');
    portal.logto.controls.fail(`GET /api/organizations/${halden}/users`, { kind: 'status', status: 404 });
    await browser.get(`${page}?q=x`);

    const text = await metrics();
    const route = '/api/organizations/:organizationId/members';
    const requests = 'portal_request_duration_seconds_count';
    expect(valueOf(text, requests, { method: 'GET', route, status: '200' })).toBe(2);
    expect(valueOf(text, requests, { route: '/api/session', status: '401' })).toBe(1);
    const calls = 'portal_upstream_call_duration_seconds_count';
    const operation = 'GET /api/organizations/{id}/users';
    expect(valueOf(text, calls, { operation, outcome: 'ok' })).toBe(2);
    expect(valueOf(text, calls, { operation, outcome: 'upstream.unexpected_response' })).toBe(1);
    expect(valueOf(text, 'portal_upstream_requests_total', { operation })).toBe(3);
    expect(valueOf(text, 'portal_budget_wait_seconds_count', { priority: 'people' })).toBeGreaterThan(3);
    expect(valueOf(text, 'portal_budget_waiting', { priority: 'people' })).toBe(0);
    expect(valueOf(text, 'portal_budget_sharing', { state: 'off' })).toBe(1);
    expect(valueOf(text, 'portal_budget_sharing', { state: 'alone' })).toBe(0);
    expect(valueOf(text, 'portal_token_renewals_total', { outcome: 'renewed' })).toBe(1);
    expect(valueOf(text, 'portal_cache_reads_total', { cache: 'person', result: 'miss' })).toBe(1);
    expect(valueOf(text, 'portal_cache_reads_total', { cache: 'person', result: 'hit' })).toBeGreaterThan(1);
    expect(valueOf(text, 'portal_sessions_begun_total')).toBe(1);
    expect(valueOf(text, 'portal_sessions')).toBe(1);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1);

    await browser.signOut();
    const after = await metrics();
    expect(valueOf(after, 'portal_sessions_ended_total', { where: 'here' })).toBe(1);
    expect(valueOf(after, 'portal_sessions')).toBe(0);
  });

  // Attack: addresses made up one after the other become series, until the memory of both sides is full of them.
  it('hold no address and no id, whatever is asked for', async () => {
    const browser = await portal.signIn(demo.users.admin);
    for (let index = 0; index < 20; index += 1) {
      await browser.get(`/api/organizations/madeup${index}/members?q=madeup`);
      await browser.get(`/madeup/${index}`);
      await browser.get(`/api/madeup/${index}`);
    }
    const text = await metrics();
    expect(text).not.toMatch(/madeup/);
    for (const id of [halden, demo.users.admin, demo.users.owner]) expect(text).not.toContain(id);
  });

  it('tell of imports, removals and snapshots: what is left to do, and how it ended', async () => {
    const { controls } = portal.logto;
    const [lead, importer] = await Promise.all([
      portal.signIn(demo.users.opsLead),
      portal.signIn(demo.users.owner),
    ]);
    const { id: place } = await newOrganization(portal.operator, 'Counted', [[owner], [member, viewer]]);
    const review = await closedReview(lead, [place], () => true);
    controls.fail(`/api/organizations/${place}/*`, { kind: 'status', status: 503 }, Number.MAX_SAFE_INTEGER);
    await remove(lead, review);
    const left = async (job: string) =>
      valueOf(await metrics(), 'portal_jobs_rows', { job, state: 'waiting' });
    expect(await left('removal')).toBe(3);
    controls.clearFaults();
    await finished(lead, review);
    const invitees = addresses(2).map((address) => rowOf(address));
    const ended = async (job: string, outcome: string) =>
      valueOf(await metrics(), 'portal_jobs_rows_total', { job, outcome });
    await handIn(importer, halden, invitees);
    await expect.poll(() => ended('import', 'sent'), { timeout: 10_000 }).toBe(2);
    await handIn(importer, halden, invitees);
    await expect.poll(() => ended('import', 'failed'), { timeout: 10_000 }).toBe(2);
    expect(await ended('removal', 'removed')).toBe(2);
    expect(await ended('removal', 'refused')).toBe(1);
    expect(await ended('snapshot', 'read')).toBe(1);
    for (const job of ['import', 'removal', 'snapshot']) expect(await left(job)).toBe(0);
  });

  // Attack: whoever reaches the portal reads how much goes on in it.
  it('are not on the portal’s own port, and nothing else is on theirs', async () => {
    expect(await (await portal.visitor().get('/metrics')).text()).not.toContain('portal_');
    expect((await at('/metrics', 'POST')).status).toBe(405);
    for (const path of ['/', '/healthz', '/metrics/', '/metrics?a', '/api/session'])
      expect((await at(path)).status, path).toBe(404);
  });

  it('that cannot be served are a fault of the settings', async () => {
    const attempt = startPortal({ METRICS_PORT: String(port) });
    await expect(attempt).rejects.toThrow(/METRICS_PORT .*EADDRINUSE/);
  });
});

// To write it anew: npx vitest run --project bff metrics -u
it('docs/metrics.md is what there is', async () => {
  await expect(await metricsDocument()).toMatchFileSnapshot('../../../docs/metrics.md');
});

interface Described {
  name: string;
  help: string;
  labelNames?: string[];
}

async function metricsDocument(): Promise<string> {
  const metrics = new Metrics();
  metrics.watch(
    { budgetState: () => ({ sharing: 'off', limit: 0, instances: 1, waiting: { people: 0, bulk: 0 } }) },
    { kept: () => 0 },
  );
  metrics.watchJobs(async () => []);
  const { registry: known } = metrics;
  const types = new Map((await known.getMetricsAsJSON()).map(({ name, type }) => [name, type]));
  const all = known.getMetricsAsArray() as unknown as Described[];
  const own = all.filter(({ name }) => name.startsWith('portal_'));
  const rows = own.map(
    ({ name, help, labelNames = [] }) =>
      `| \`${name}\` | ${String(types.get(name))} | ${labelNames.map((label) => `\`${label}\``).join(', ')} | ${help} |`,
  );
  return `# Metrics

What Prometheus reads at \`/metrics\` of \`METRICS_PORT\`, each instance for itself. Beside these there are prom-client's
default metrics of the process: \`process_*\` and \`nodejs_*\`.

| name | type | labels | what it is |
|---|---|---|---|
${rows.join('\n')}
`;
}
