import { randomUUID } from 'node:crypto';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { operate } from './harness/operate.ts';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin } = demo.users;
const { halden } = demo.organizations;
const api = `${portal.origin}/api/organizations/${halden}`;

/** Has so many invitations sent that the last page, of ten rows each, has some rows of its own. @returns its number */
async function fillInvitations(page: Page, status: string, left: number): Promise<number> {
  const reply = await page.request.get(`${api}/invitations?status=${status}&page_size=10`);
  const total = Number(reply.headers()['total-number']);
  const missing = (10 + left - (total % 10)) % 10;
  const invitees = Array.from({ length: missing }, () => `row.${randomUUID()}@example.com`);
  if (missing > 0) {
    const sent = await page.request.post(`${api}/invitations`, {
      data: {
        invitees,
        roleIds: [demo.organizationRoles.viewer],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        language: 'en',
      },
      headers: { origin: portal.origin },
    });
    expect(sent.ok(), await sent.text()).toBe(true);
  }
  const last = Math.ceil((total + missing) / 10);
  expect(last).toBeGreaterThan(1);
  return last;
}

const openLast = async (page: Page, list: string, last: number, query = '') => {
  await page.goto(`${portal.origin}/organizations/${halden}/${list}?${query}page=${last}&page_size=10`);
  await page.locator('tbody tr[data-row-key]:not([data-row-key^="loading-"])').first().waitFor();
};

/** The page before the last is shown, full, and Back does not lead to the empty one. */
async function expectPageBefore(page: Page, last: number): Promise<void> {
  const before = last - 1 === 1 ? null : String(last - 1);
  await expect.poll(() => new URL(page.url()).searchParams.get('page')).toBe(before);
  await expect.poll(() => page.locator('tbody tr[data-row-key]').count()).toBe(10);
  expect(await page.getByText('There is no page').count()).toBe(0);
}

it.each([
  ['revoking', 'Pending', 'Revoke', 'Revoke invitation'],
  ['deleting', 'Pending', 'Delete', 'Delete invitation'],
])('%s the last invitation of the last page shows the page before', async (_, status, action, submit) => {
  const page = await signIn(portal, admin, '/welcome');
  const last = await fillInvitations(page, status, 1);
  await openLast(page, 'invitations', last, `status=${status}&`);
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: submit }).click();
  await expectPageBefore(page, last);
});

it('deleting all invitations of the last page at once shows the page before', async () => {
  const page = await signIn(portal, admin, '/welcome');
  const last = await fillInvitations(page, 'Pending', 3);
  await openLast(page, 'invitations', last, 'status=Pending&');
  await page.getByRole('checkbox', { name: /^Select all/ }).check();
  await page
    .getByRole('group', { name: /selected/i })
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expectPageBefore(page, last);
});

it('removing the last member of the last page shows the page before', async () => {
  const page = await signIn(portal, admin, '/welcome');
  for (const nth of [1]) {
    const { id } = await operate<{ id: string }>(portal.logto, 'POST', '/users', {
      username: `last_row_${nth}`,
      name: `Zz Last ${nth}`,
    });
    await operate(portal.logto, 'POST', `/organizations/${halden}/users`, { userIds: [id] });
  }
  const total = Number((await page.request.get(`${api}/members`)).headers()['total-number']);
  expect(total % 10).toBe(1);
  const last = Math.ceil(total / 10);
  await openLast(page, 'members', last);
  await page
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expectPageBefore(page, last);
});
