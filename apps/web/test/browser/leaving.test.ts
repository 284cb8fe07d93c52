import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden, kestrel, atlas } = demo.organizations;
const { admin, viewer, soleAdmin } = demo.users;

it('a viewer finds the way out from the account menu, is asked once, and comes to the welcome page', async () => {
  const page = await signIn(portal, viewer, `/organizations/${halden}/members`);
  await page.getByText('1–20 of 2,400').waitFor();
  await page.getByRole('button', { name: /Account and settings/ }).click();
  // By keyboard: a click while the menu is still opening is lost.
  await page.getByRole('menuitem', { name: 'Your membership' }).press('Enter');
  await page.waitForURL(`**/members/${viewer}`);
  await page.getByRole('button', { name: 'Leave Halden Logistics' }).click();
  const question = page.getByRole('dialog', { name: 'Leave Halden Logistics?' });
  await question.getByText('To come back, you need a new invitation.').waitFor();
  await question.getByRole('button', { name: 'Leave Halden Logistics' }).click();
  await page.getByText('You have left Halden Logistics').waitFor();
  await page.getByText('You do not belong to any organization yet').waitFor();
  await page.goto(`${portal.origin}/organizations/${halden}/members`);
  await page.getByText('There is no such organization').waitFor();
});

it('an admin leaves from their own row, which offers no removal, and comes to the other organization', async () => {
  const page = await signIn(portal, admin, `/organizations/${kestrel}/members?q=ingrid.sorensen`);
  const row = page.getByRole('row', { name: /Ingrid Sørensen/ });
  await row.getByText('You', { exact: true }).waitFor();
  expect(await row.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  expect(await row.getByRole('checkbox').isDisabled()).toBe(true);
  await row.getByRole('button', { name: /^Leave/ }).click();
  const question = page.getByRole('dialog', { name: 'Leave Kestrel Analytics?' });
  await question.getByRole('button', { name: 'Leave Kestrel Analytics' }).click();
  await page.waitForURL(`**/organizations/${halden}/members`);
  await page.getByText('You have left Kestrel Analytics').waitFor();
  await page.getByRole('heading', { name: 'Members' }).waitFor();
});

it('the last admin is told why they cannot', async () => {
  const page = await signIn(portal, soleAdmin, `/organizations/${atlas}/members/${soleAdmin}`);
  const leave = page.getByRole('dialog').getByRole('button', { name: 'Leave Atlas Cartography Cooperative' });
  await page.getByRole('dialog').getByText('This is the last admin.').waitFor();
  expect(await leave.isDisabled()).toBe(true);
});
