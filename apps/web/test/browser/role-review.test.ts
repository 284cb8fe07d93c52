import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { ops, support } = demo.users;
const { admin, billing } = demo.organizationRoles;

describe('ops', () => {
  it('has all organizations read, and comes from each number to its list', async () => {
    const page = await signIn(portal, ops, '/overview');
    await page.getByText('Nothing has been read yet').waitFor();
    await page.getByRole('button', { name: 'Read all organizations' }).click();
    const suspended = page.getByRole('link', { name: /^\d+ Suspended people with roles/ });
    await suspended.waitFor();
    const count = Number((await suspended.innerText()).match(/\d+/)?.[0]);
    expect(count).toBeGreaterThan(0);
    await suspended.click();
    await page.waitForURL('**/memberships?flag=suspended_with_role');
    await page.getByText(`of ${count}`).waitFor();
    await page.getByRole('link', { name: 'Georg Mayer', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Organizations with a single admin' }).click();
    await page.getByRole('link', { name: 'Atlas Cartography Cooperative', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /^\d+ Pending/ }).click();
    await page.waitForURL('**/invitations?kind=pending');
    await page.getByRole('button', { name: /^Pending/, pressed: true }).waitFor();
  });

  it('is told where what was read last cannot be loaded, and tries again', async () => {
    const page = await signIn(portal, ops, '/people');
    await page.route('**/api/snapshots/latest', (route) => route.abort());
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByText('This could not be loaded').waitFor();
    await page.unroute('**/api/snapshots/latest');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: /^\d+ Suspended people with roles/ }).waitFor();
  });

  it('compares two roles, and comes from how many hold one to who they are, and why they may', async () => {
    const page = await signIn(portal, ops, '/role-review');
    await page.getByRole('rowheader', { name: /read:member/ }).waitFor();
    await page.getByRole('combobox', { name: 'Roles to compare' }).click();
    for (const name of ['admin', 'billing']) await page.getByTitle(name).last().click();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Only differences' }).check();
    await page.waitForURL(`**/role-review?roles=${admin}%2C${billing}&differing=true`);
    await page.getByRole('rowheader', { name: /read:member/ }).waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: /manage:billing/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['–Does not', 'Gives it']);
    await page.getByRole('searchbox', { name: 'Search permissions' }).fill('invoice');
    await page.getByRole('heading', { name: 'In Invoices API' }).waitFor();
    await row.waitFor({ state: 'detached' });

    await page.goto(`${portal.origin}/role-review?roles=${billing}`);
    await page.getByRole('link', { name: /^Show \d+ memberships with the role billing$/ }).click();
    await page.waitForURL(`**/memberships?role=${billing}`);
    await page
      .getByRole('link', { name: /^Permissions of/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /may do, and why$/, level: 1 }).waitFor();
    const why = page.getByRole('row', { name: /manage:billing/ }).first();
    expect(await why.getByRole('cell').last().innerText()).toContain('billing');
  });
});

it('the screens of ops do not exist for support', async () => {
  const page = await signIn(portal, support, '/overview');
  await page.getByText('There is no such page').waitFor();
  await page.goto(`${portal.origin}/people`);
  await page.getByRole('link', { name: 'Invitation queue' }).waitFor();
  expect(await page.getByRole('link', { name: 'Overview' }).count()).toBe(0);
});
