import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { admin, viewer } = demo.users;
const invitations = `/organizations/${halden}/invitations`;
const MEMBER = 'tomas.herrera@halden.example';

it('an admin enters three people, is told beforehand what would come of each, and corrects one', async () => {
  const page = await signIn(portal, admin, invitations);
  await page.getByRole('button', { name: 'Invite people' }).click();
  const form = page.getByRole('dialog', { name: 'Invite people to Halden Logistics' });
  const field = form.getByLabel('E-mail addresses');
  await field.pressSequentially(`"Doe, Jo" <jo.doe@partner.example>, ${MEMBER}; nobody@`);
  // The click ends the last address, so the form grows under it; it must reach the role all the same.
  await form.getByRole('checkbox', { name: 'viewer' }).click();
  expect(await form.getByRole('checkbox', { name: 'viewer' }).isChecked()).toBe(true);
  expect(await form.getByRole('checkbox', { name: 'owner' }).isDisabled()).toBe(true);
  await form.getByRole('row', { name: /^jo\.doe@partner\.example.*Doe, Jo Ready/ }).waitFor();
  await form
    .getByRole('row', { name: /Already a member/ })
    .getByText(MEMBER)
    .waitFor();
  await form.getByText('Not a valid address 1').waitFor();
  await form.getByText('2 will not be sent').waitFor();

  await form.getByRole('button', { name: 'Send 1 invitation' }).click();
  await form.getByRole('heading', { name: '1 invitation sent' }).waitFor();
  await form.getByRole('button', { name: 'Back to the 2 not sent' }).click();
  await form.getByRole('button', { name: 'Edit nobody@' }).click();
  const row = page.getByRole('dialog', { name: 'Edit nobody@' });
  await row.getByLabel('E-mail address').fill('nobody@partner.example');
  await row.getByRole('button', { name: 'Save row' }).click();
  await form.getByRole('button', { name: 'Send 1 invitation' }).click();
  await form.getByRole('heading', { name: '1 invitation sent' }).waitFor();
  await form.getByRole('button', { name: 'Done' }).click();
  const mails = portal.logto.outbox().map(({ to }) => to);
  expect(mails.slice(0, 2)).toEqual(['nobody@partner.example', 'jo.doe@partner.example']);

  await page.getByRole('button', { name: 'Resend the invitation to nobody@partner.example' }).click();
  await page.getByText(/^The invitation to nobody@partner.example was sent again. Valid until/).waitFor();
  const more = page.getByRole('button', { name: 'More for nobody@partner.example' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke invitation' }).click();
  const revoked = page.getByRole('row').filter({ hasText: /nobody@partner\.example.*Revoked/ });
  await revoked.waitFor();
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete invitation' }).click();
  await revoked.waitFor({ state: 'detached' });
});

it('the form opens from the members too, and Back closes it', async () => {
  const page = await signIn(portal, admin, `/organizations/${halden}/members`);
  await page.getByRole('button', { name: 'Invite people' }).click();
  const form = page.getByRole('dialog', { name: 'Invite people to Halden Logistics' });
  await form.waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  await page.goForward();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).hash).toBe('');
});

it('Enter in the invite form ends an address or takes a day, and sends nothing', async () => {
  const page = await signIn(portal, admin, invitations);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && !request.url().endsWith('/check')) sent.push(request.url());
  });
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('checkbox', { name: 'viewer' }).check();
  const field = page.getByLabel('E-mail addresses');
  await field.fill('kim@partner.example');
  await field.press('Enter');
  await field.press('Enter');
  await page.getByText('Until a date').click();
  const day = page.getByLabel('Last day');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await day.fill(tomorrow);
  await day.press('Enter');
  await page.getByText(/^Can be accepted until .* 11:59:59/).waitFor();
  await page.getByRole('button', { name: 'Send 1 invitation' }).waitFor();
  expect(sent).toEqual([]);
});

it('status, search and page are in the address', async () => {
  const page = await signIn(portal, admin, `${invitations}?status=Expired&page_size=10`);
  await page
    .getByRole('row', { name: /Expired/ })
    .first()
    .waitFor();
  expect(await page.getByRole('row', { name: /Pending|Accepted|Revoked/ }).count()).toBe(0);
  await page.keyboard.press('/');
  await page.keyboard.type('no-such-address');
  await page.getByText('Nothing matches “no-such-address”').waitFor();
  expect(new URL(page.url()).search).toBe('?status=Expired&page_size=10&q=no-such-address');
});

it('a viewer is offered nothing to change', async () => {
  const page = await signIn(portal, viewer, invitations);
  await page
    .getByRole('row', { name: /Pending/ })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /Invite people|Resend|Renew|More for/ }).count()).toBe(0);
});

it('a role leads to the members who hold it', async () => {
  const page = await signIn(portal, admin, `/organizations/${halden}/roles`);
  const owner = page.getByRole('row', { name: /^owner/ });
  await owner.getByText('Above your own roles').waitFor();
  await owner.getByRole('link', { name: 'Show members with the role owner' }).click();
  await page.getByRole('row', { name: /Amara Okafor/ }).waitFor();
});
