import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openBrowser } from './harness/chromium.ts';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin, viewer } = demo.users;
const { halden } = demo.organizations;

/** An admin invites somebody. @returns the link in the e-mail that they get */
async function invite(invitee: string): Promise<string> {
  const page = await signIn(portal, admin, `/organizations/${halden}/members`);
  await page.evaluate(
    async ([path, body]) => {
      await fetch(path!, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body! });
    },
    [
      `/api/organizations/${halden}/invitations`,
      JSON.stringify({
        invitees: [invitee],
        roleIds: [demo.organizationRoles.member],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
    ],
  );
  await page.context().close();
  return String(portal.logto.outbox().find(({ to }) => to === invitee)?.payload['link']);
}

const phone = async (): Promise<Page> =>
  (await openBrowser({ viewport: { width: 390, height: 844 } })).newPage();

it('somebody new accepts on a phone: one button, a username, and they are in', async () => {
  const link = await invite('new.person@example.com');
  const page = await phone();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Ingrid Sørensen invites you to Halden Logistics' }).waitFor();
  await page.getByText('See members, roles and invitations').waitFor();
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await page.getByLabel('Username').fill('newperson');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  await page.goto(link);
  await page.getByRole('heading', { name: 'This invitation has been accepted' }).waitFor();
  expect(await page.getByRole('link', { name: 'Go to Halden Logistics' }).getAttribute('href')).toBe(
    `/organizations/${halden}/members`,
  );
});

it('somebody who has no account declines in Chinese, and is told that it is known', async () => {
  const link = await invite('no.thanks@example.com');
  const page = await phone();
  await page.goto(link);
  await page.getByRole('button', { name: '简体中文' }).click();
  await page.getByRole('button', { name: '谢绝' }).click();
  await page.getByRole('heading', { name: '您已谢绝此邀请' }).waitFor();
});

it('who is signed in as somebody else switches the account, and comes back to the invitation', async () => {
  const link = await invite('lin.xiaoyu@example.com');
  const page = await signIn(portal, viewer, `/organizations/${halden}/members`);
  await page.goto(link);
  await page.getByText('l•••@example.com').waitFor();
  await page.getByRole('button', { name: 'Sign in with another account' }).click();
  await page.getByRole('heading', { name: /invites you to Halden Logistics$/ }).waitFor();
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await page.getByRole('heading', { name: 'Members' }).waitFor();
});

it('a link that was cut leads to a page that says what to do', async () => {
  const link = await invite('cut.link@example.com');
  const page = await phone();
  await page.goto(link.slice(0, -5));
  await page.getByRole('heading', { name: 'There is no such invitation' }).waitFor();
});
