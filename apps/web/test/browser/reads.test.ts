import { demo } from '@org-portal/dev-logto';
import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin, ops, opsLead } = demo.users;
const { halden } = demo.organizations;
const inHalden = `/organizations/${halden}`;

/** Counts what a page reads of the portal. */
function watchReads(page: Page) {
  let reads: string[] = [];
  const open = new Set<Request>();
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() !== 'GET' || !pathname.startsWith('/api/')) return;
    reads.push(pathname + search);
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return {
    /** @returns what was read since the last call more than once, each with how often */
    async repeated(): Promise<string[]> {
      await expect
        .poll(async () => {
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
          return open.size === 0 && reads.length > 0;
        })
        .toBe(true);
      const counts = new Map<string, number>();
      for (const read of reads) counts.set(read, (counts.get(read) ?? 0) + 1);
      reads = [];
      return [...counts].filter(([, count]) => count > 1).map(([read, count]) => `${count} × ${read}`);
    },
    forget: () => {
      reads = [];
    },
  };
}

/** Loads a list, searches in it, goes through its tabs and turns its pages. @returns what was read twice for one of these */
async function walk(page: Page, path: string): Promise<string[]> {
  const reads = watchReads(page);
  const found: string[] = [];
  const step = async (what: string, act: () => Promise<unknown>) => {
    reads.forget();
    await act();
    found.push(...(await reads.repeated()).map((read) => `${path}, ${what}: ${read}`));
  };
  await step('load', () => page.goto(portal.origin + path));
  await page.locator('table, .state-message').first().waitFor();
  const next = page.locator('.ant-pagination-next button:not([disabled])');
  if ((await next.count()) > 0) {
    await step('next page', () => next.click());
    await step('Back', () => page.goBack());
  }
  const search = page.getByRole('searchbox');
  if ((await search.count()) > 0) {
    await step('search', () => search.fill('a'));
    await step('search on', () => search.fill('an'));
  }
  for (const tab of (await page.locator('.count-tabs button').all()).slice(1, 3))
    await step('tab', () => tab.click());
  const size = page.locator('.ant-pagination-options .ant-select');
  if ((await size.count()) > 0) {
    await size.click();
    await step('page size', () => page.locator('.ant-select-item-option', { hasText: '100' }).click());
  }
  page.removeAllListeners('request');
  return found;
}

it.each([
  ...['/members', '/invitations', '/imports', '/roles', '/activity'].map((path) => [inHalden + path, admin]),
  ...['/invitations', '/people', '/activity', '/access-reviews'].map((path) => [path, opsLead]),
])('%s is read once per load, tab, search step and page turn', async (path, user) => {
  const page = await signIn(portal, user!, '/signed-out');
  expect(await walk(page, path!)).toEqual([]);
});

it('lists of a snapshot are read once per step too', async () => {
  const page = await signIn(portal, ops, '/memberships');
  await page.getByRole('button', { name: 'Read all organizations' }).first().click();
  await page.locator('table tbody tr[data-row-key]').first().waitFor();
  const found: string[] = [];
  for (const path of ['/memberships', '/organizations']) found.push(...(await walk(page, path)));
  expect(found).toEqual([]);
});

/** Calls the portal as the person who is signed in on the page. */
async function call<Body>(page: Page, method: string, path: string, data?: object): Promise<Body> {
  const reply = await page.request.fetch(`${portal.origin}/api${path}`, {
    method,
    ...(data && { data }),
    headers: { origin: portal.origin },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return (await reply.json()) as Body;
}

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString();

it('the lines of a review are read once per step too', async () => {
  const page = await signIn(portal, ops, '/signed-out');
  const { id } = await call<{ id: string }>(page, 'POST', '/access-reviews', {
    name: 'Halden',
    organizationIds: [halden],
    reviewerIds: [ops],
    dueAt: inAWeek(),
  });
  const status = async () => (await call<{ status: string }>(page, 'GET', `/access-reviews/${id}`)).status;
  await expect.poll(status).toBe('Open');
  expect(await walk(page, `/access-reviews/${id}`)).toEqual([]);
});

it('the rows of an import are read once per step too', async () => {
  const page = await signIn(portal, admin, '/signed-out');
  const roleIds = [demo.organizationRoles.viewer];
  const invitee = (nth: number) => `read.${nth}@example.com`;
  const { id } = await call<{ id: string }>(page, 'POST', `${inHalden}/imports`, {
    language: 'en',
    by: 'mail',
    rows: Array.from({ length: 21 }, (_, nth) => ({ invitee: invitee(nth), roleIds, expiresAt: inAWeek() })),
  });
  const sent = async () => {
    const { counts } = await call<{ counts: Record<string, number> }>(
      page,
      'GET',
      `${inHalden}/imports/${id}`,
    );
    return counts['sent'];
  };
  await expect.poll(sent).toBe(21);
  expect(await walk(page, `${inHalden}/imports/${id}`)).toEqual([]);
});

it('opening and closing a drawer reads what is in it, and not the list again', async () => {
  const page = await signIn(portal, admin, `${inHalden}/members?q=a`);
  const first = page.locator('tbody th a').first();
  await first.waitFor();
  const reads: string[] = [];
  page.on('request', (request) => reads.push(new URL(request.url()).pathname));
  await first.click();
  await page.getByRole('dialog').getByText('Roles').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(reads.filter((path) => path === `/api${inHalden}/members`)).toEqual([]);
});
