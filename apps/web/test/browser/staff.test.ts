import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden, pine } = demo.organizations;
const { ops, support } = demo.users;

it('support invites into an organization of no one, after saying why', async () => {
  const page = await signIn(portal, support, `/organizations/${pine}/invitations`);
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  const form = page.getByRole('dialog', { name: 'Invite people to Pine & Patchwork' });
  await form.getByRole('textbox', { name: 'E-mail addresses' }).fill('new.customer@example.com');
  await form.getByRole('checkbox', { name: /^viewer/ }).check();
  expect(await form.getByRole('checkbox', { name: /^admin/ }).isDisabled()).toBe(true);
  await form.getByRole('button', { name: 'Send 1 invitation' }).click();
  await form.getByText('Give a reason of at least 10 characters.').waitFor();
  await form.getByRole('textbox', { name: 'Reason' }).fill('工单 4711：客户打来电话请求邀请');
  await form.getByRole('button', { name: 'Send 1 invitation' }).click();
  await form.getByRole('heading', { name: '1 invitation sent' }).waitFor();
  expect(JSON.stringify(portal.logto.outbox()[0])).toContain('new.customer@example.com');
});

it('ops sees every organization and is offered nothing to change', async () => {
  const page = await signIn(portal, ops, `/organizations/${halden}/members`);
  await page.getByText('1–20 of 2,400').first().waitFor();
  expect(await page.getByRole('button', { name: /Change roles|Remove/ }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Organization' }).click();
  await page.keyboard.type('atlas');
  await page.getByText('Atlas Cartography Cooperative').last().click();
  await page.waitForURL(`**/organizations/${demo.organizations.atlas}/members`);
  await page.getByText('1–9 of 9').first().waitFor();
});
