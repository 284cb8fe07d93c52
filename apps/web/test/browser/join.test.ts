import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openBrowser } from './harness/chromium.ts';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin, viewer } = demo.users;
const { halden } = demo.organizations;

const DAY = 86_400_000;
const list = `/organizations/${halden}/invitations`;

/** An admin invites somebody. @returns the link in the e-mail that they get */
async function invite(invitee: string, life = DAY): Promise<string> {
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
        expiresAt: new Date(Date.now() + life).toISOString(),
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

it('who comes too late asks for a new invitation; the inviter is told, renews it, and the same link is good again', async () => {
  const invitee = 'too.late@example.com';
  const link = await invite(invitee, 1_500);
  const page = await phone();
  await page.goto(link);
  await expect
    .poll(
      async () => {
        // Going to an address that differs in nothing does not load the page.
        await page.reload();
        return page.locator('h1').innerText();
      },
      { timeout: 10_000 },
    )
    .toBe('This invitation to Halden Logistics has expired');
  await page.getByRole('button', { name: 'Ask for a new invitation' }).click();
  await page.getByText('You have asked for a new invitation').waitFor();

  const inviter = await signIn(portal, admin, list);
  await inviter.getByText('1 person whose invitation has expired asked for a new one.').waitFor();
  await inviter.getByRole('button', { name: 'Show it' }).click();
  await inviter.getByRole('row', { name: new RegExp(`${invitee}.*Asked for a new one`) }).waitFor();
  await inviter.getByRole('button', { name: `Renew the invitation to ${invitee}` }).click();
  await inviter.getByRole('button', { name: 'Renew invitation' }).click();
  await inviter.getByText(`The invitation to ${invitee} was renewed. Valid until`).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Accept invitation' }).waitFor();
});

it('what was declined the inviter sees as declined; what was taken back says so', async () => {
  const invitee = 'changed.minds@example.com';
  const page = await phone();
  await page.goto(await invite(invitee));
  await page.getByRole('button', { name: 'Decline' }).click();
  await page.getByRole('heading', { name: 'You declined this invitation' }).waitFor();
  const inviter = await signIn(portal, admin, `${list}?status=Declined`);
  await inviter.getByRole('row', { name: new RegExp(`${invitee}.*Declined`) }).waitFor();

  const link = await invite('taken.back@example.com');
  await inviter.goto(`${portal.origin}${list}?q=taken.back`);
  await inviter.getByRole('button', { name: 'More for taken.back@example.com' }).click();
  await inviter.getByRole('menuitem', { name: 'Revoke' }).click();
  await inviter.getByRole('button', { name: 'Revoke invitation' }).click();
  await inviter.getByRole('row', { name: /taken\.back.*Revoked/ }).waitFor();
  await page.goto(link);
  await page.getByRole('heading', { name: 'This invitation has been taken back' }).waitFor();
});

it('a link that was cut leads to a page that says what to do', async () => {
  const link = await invite('cut.link@example.com');
  const page = await phone();
  await page.goto(link.slice(0, -5));
  await page.getByRole('heading', { name: 'There is no such invitation' }).waitFor();
});
