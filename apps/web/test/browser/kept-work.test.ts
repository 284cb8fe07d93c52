import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { chooseAccount, signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin, owner, ops, support } = demo.users;
const { halden } = demo.organizations;

/** Ends the session behind the page's back; Logto asks who it is next time. */
async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies();
}

const kept = (page: Page) => page.evaluate(() => Object.keys(sessionStorage));

it('the rows and fields of the invite form are there again after signing in again, and nothing once they are sent', async () => {
  const page = await signIn(portal, admin, `/organizations/${halden}/invitations#invite`);
  await page.locator('#invitees').fill('kept.one@example.com,');
  const checked = page.waitForResponse((reply) => !!reply.request().postData()?.includes('kept.two'));
  await page.locator('#invitees').fill('kept.two@example.com,');
  await checked;
  await page.getByLabel('viewer').check();
  await page.getByRole('radio', { name: '30 days' }).check();
  await page.getByRole('button', { name: 'Edit kept.two@example.com' }).click();
  await page
    .getByRole('dialog', { name: /kept.two/ })
    .getByLabel('Name')
    .fill('Kim');
  await endSession(page);
  await page
    .getByRole('dialog', { name: /kept.two/ })
    .getByLabel('Name')
    .press('Enter');
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();

  await chooseAccount(page, admin);
  await page.getByRole('button', { name: 'Send 2 invitations' }).waitFor();
  expect(await page.getByLabel('viewer').isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
  await page.getByRole('row', { name: /kept.two@example.com.*Kim/ }).waitFor();
  expect(await kept(page)).toEqual([]);

  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  await page.getByText('2 invitations sent').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Send invitations' }).waitFor();
  await page.getByLabel('viewer').waitFor();
  expect(await page.getByLabel('viewer').isChecked()).toBe(false);
});

it('what one person has begun is not shown to the next, nor left in the browser', async () => {
  const page = await signIn(portal, admin, `/organizations/${halden}/invitations#invite`);
  const checked = page.waitForResponse(/check$/);
  await page.locator('#invitees').fill('secret.hire@example.com,');
  await checked;
  await page.getByLabel('viewer').check();
  await endSession(page);
  await page.getByRole('button', { name: 'Send 1 invitation' }).click();

  await chooseAccount(page, owner);
  await page.locator('#invitees').waitFor();
  expect(await page.getByRole('row', { name: /secret.hire/ }).count()).toBe(0);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('secret.hire');
});

it('the dialog of a row is open again with its fields, for what it was about', async () => {
  const page = await signIn(portal, support, `/organizations/${halden}/invitations`);
  await page
    .getByRole('row', { name: /\bviewer\b/ })
    .getByRole('button', { name: /^Resend the invitation to / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /^Resend/ });
  const title = await dialog.locator('.ant-modal-title').textContent();
  await dialog.getByLabel('Reason').fill('Asked for by telephone');
  await endSession(page);
  await dialog.getByRole('button', { name: 'Resend' }).click();

  await chooseAccount(page, support);
  await expect.poll(() => dialog.getByLabel('Reason').inputValue()).toBe('Asked for by telephone');
  expect(await dialog.locator('.ant-modal-title').textContent()).toBe(title);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.reload();
  await page
    .getByRole('button', { name: /^Resend the invitation to / })
    .first()
    .waitFor();
  expect(await dialog.count()).toBe(0);
});

it('the form that begins a review keeps its fields, and signing out keeps none', async () => {
  const page = await signIn(portal, ops, '/access-reviews/begin');
  await page.getByLabel('Name').fill('Everything, winter');
  await endSession(page);
  await page.getByRole('button', { name: 'Begin review' }).click();
  await chooseAccount(page, ops);
  await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Everything, winter');
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page.getByText('You are signed out').waitFor();
  expect(await kept(page)).toEqual([]);
});
