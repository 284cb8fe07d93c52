import type { InvitationOutcome } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { owner, admin, viewer, support, ops } = demo.users;
const invitations = `/organizations/${halden}/invitations`;
const rowOf = (page: Page, address: string) => page.getByRole('row').filter({ hasText: address });

it('an expired invitation is renewed, says until when, and its history tells so', async () => {
  const page = await signIn(portal, owner, `${invitations}?status=Expired`);
  const tabs = page.getByRole('group', { name: 'Filter by status' });
  await tabs.getByRole('button', { name: 'Expired 10' }).waitFor();
  const renew = page.getByRole('button', { name: /^Renew the invitation to/ }).first();
  const address = (await renew.getAttribute('aria-label'))!.replace('Renew the invitation to ', '');
  await renew.click();
  const dialog = page.getByRole('dialog', { name: `Renew the invitation to ${address}?` });
  await dialog.getByText(/can be accepted until/).waitFor();
  await dialog.getByRole('button', { name: 'Renew invitation' }).click();
  await page.getByText(`The invitation to ${address} was renewed. Valid until`).waitFor();
  await tabs.getByRole('button', { name: 'Expired 9' }).waitFor();
  expect(portal.logto.outbox().map(({ to }) => to)).toContain(address);

  await tabs.getByRole('button', { name: /^Pending/ }).click();
  await rowOf(page, address).getByRole('link').click();
  const history = page.getByRole('dialog', { name: `History: ${address}` });
  await history.getByText('by Amara Okafor').first().waitFor();
  const told = await history.getByRole('listitem').locator('strong').allInnerTexts();
  expect(told).toEqual(['Sent', 'Expired', 'Renewed']);
  await history.getByRole('button', { name: 'Close' }).click();
  await history.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).search).toBe('?status=Pending');
});

it('roles and end of a pending one are changed in one step', async () => {
  const page = await signIn(portal, owner, `${invitations}?status=Pending`);
  const more = page.getByRole('button', { name: /^More for/ }).last();
  const address = (await more.getAttribute('aria-label'))!.replace('More for ', '');
  await more.click();
  await page.getByRole('menuitem', { name: 'Change roles or expiry' }).click();
  const dialog = page.getByRole('dialog', { name: `Change the invitation to ${address}` });
  await dialog.getByRole('checkbox', { name: 'owner' }).check();
  await dialog.getByText('Another time').click();
  await dialog.getByText('30 days').click();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText(`The invitation to ${address} was changed. Valid until`).waitFor();
  await rowOf(page, address).getByText('owner').waitFor();
});

it('many are handled at once, with a result for each, and their links are there to copy', async () => {
  const page = await signIn(portal, admin, `${invitations}?page_size=10`);
  await page.getByRole('checkbox', { name: 'Select all invitations on this page' }).check();
  const bar = page.getByRole('group', { name: 'With the selected invitations' });
  await bar.getByText('10 selected').waitFor();
  await bar.getByRole('button', { name: /^Renew \d+$/ }).click();
  // Some have roles that an admin may not give: they are left out before anything is sent.
  const leftOut = page.getByRole('list', { name: /selected invitations? (is|are) left out/ });
  await leftOut.getByText('This role can do more than you can here').first().waitFor();
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/bulk/renew'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Renew \d+ invitations?$/ })
    .click();
  const outcomes: InvitationOutcome[] = (await (await answered).json()).results;
  expect(outcomes.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  const results = page.getByRole('list', { name: 'What came of it' });
  await results.getByText('Renewed: valid until').first().waitFor();
  expect(await leftOut.isVisible()).toBe(true);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await bar.waitFor({ state: 'hidden' });

  for (const nth of [0, 1])
    await page
      .getByRole('checkbox', { name: /^Select the invitation to/ })
      .nth(nth)
      .check();
  await bar.getByRole('button', { name: 'Copy 2 links' }).click();
  await results.locator('code').nth(1).waitFor();
  expect(await results.locator('code').allInnerTexts()).toEqual([
    expect.stringContaining(`${portal.origin}/join#`),
    expect.stringContaining(`${portal.origin}/join#`),
  ]);
});

it('filters are in the address, and the chart has a table', async () => {
  const page = await signIn(
    portal,
    viewer,
    `${invitations}?expiring=true&role=${demo.organizationRoles.member}`,
  );
  await page.getByText('Expires soon').first().waitFor();
  expect(await page.getByRole('checkbox', { name: 'Only what expires soon' }).isChecked()).toBe(true);
  expect(await page.getByRole('row', { name: /Accepted|Revoked|Expired/ }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Filter by who invited' }).click();
  await page.getByText(/^Amara Okafor · \d+ invitations$/).click();
  await page.waitForURL(new RegExp(`inviter=${owner}`));
  await page.getByRole('button', { name: 'Last 90 days' }).click();
  await page.getByText('As a table').click();
  await page.getByRole('columnheader', { name: 'Day (UTC)' }).waitFor();
});

it('support renews what has expired across organizations, and invites one person to several', async () => {
  const page = await signIn(portal, support, '/invitations?kind=expired');
  await page.getByRole('link', { name: 'Invitation queue' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all invitations on this page' }).check();
  await page.getByRole('button', { name: /^Renew \d+ invitations$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('ticket 4711, asked by phone');
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/bulk/renew'));
  await dialog.getByRole('button', { name: /^Renew \d+ invitations$/ }).click();
  const { results }: { results: InvitationOutcome[] } = await (await answered).json();
  expect(results.length).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Done' }).click({ timeout: 20_000 });

  await page.getByRole('button', { name: 'Invite to several organizations' }).click();
  const form = page.getByRole('dialog', { name: 'Invite one person to several organizations' });
  await form.getByLabel('E-mail address').fill('everywhere@example.com');
  for (const name of ['Atlas', 'Pine']) {
    await form.getByRole('combobox').last().fill(name);
    await page.locator('.ant-select-item-option', { hasText: name }).last().click();
    await form.getByRole('combobox', { name: new RegExp(`Roles in ${name}`) }).waitFor();
  }
  for (const name of ['Atlas', 'Pine']) {
    const roles = form.getByRole('combobox', { name: new RegExp(`Roles in ${name}`) });
    await roles.fill('viewer');
    await roles.press('Enter');
    await roles.press('Escape');
  }
  await form.getByRole('textbox', { name: 'Reason' }).fill('ticket 4711, asked by phone');
  await form.getByRole('button', { name: 'Send 2 invitations' }).click();
  await form.getByText('2 invitations sent').waitFor();
  expect(portal.logto.outbox().filter(({ to }) => to === 'everywhere@example.com')).toHaveLength(2);
});

it('support sends what could not even be created, from the queue, as it was meant', async () => {
  const invitee = 'never.created.for.the.name.is.too.long@northern-contractors.example';
  const inviting = await signIn(portal, owner, `/organizations/${halden}/members`);
  portal.logto.controls.fail('POST /api/organization-invitations', { kind: 'status', status: 429 }, 9);
  const code = await inviting.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(path!, { method: 'POST', headers, body: body! });
      return (await reply.json()).results[0].problem.code as string;
    },
    [
      `/api${invitations}`,
      JSON.stringify({
        invitees: [invitee],
        roleIds: [demo.organizationRoles.viewer],
        expiresAt: new Date(Date.now() + 14 * 86_400_000).toISOString(),
      }),
    ],
  );
  portal.logto.controls.clearFaults();
  expect(code).toBe('request.rate_limited');

  const page = await signIn(portal, support, '/invitations?kind=failed');
  await rowOf(page, invitee).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('listitem').filter({ hasText: invitee }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await rowOf(page, invitee)
    .getByRole('button', { name: `Send the invitation to ${invitee}, Halden Logistics, again` })
    .click();
  const dialog = page.getByRole('dialog', { name: `Send the invitation to ${invitee} again?` });
  await dialog.getByText('viewer').waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('ticket 4711, asked by phone');
  await dialog.getByRole('button', { name: 'Send 1 invitation' }).click();
  await dialog.getByText('1 invitation sent').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await rowOf(page, invitee).waitFor({ state: 'detached' });
  expect(portal.logto.outbox().map(({ to }) => to)).toContain(invitee);
});

it('a link that the browser does not let one copy is told, and stays to be marked', async () => {
  const page = await signIn(portal, owner, `${invitations}?status=Pending`);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to copy' });
  await dialog.getByRole('button', { name: /^Copy the link for/ }).click();
  await page.getByText('It could not be copied').waitFor();
  await dialog.getByText(`${portal.origin}/join#`).waitFor();
});

it('an admin is not offered to renew or change what only an owner can give', async () => {
  const page = await signIn(portal, admin, `${invitations}?role=${demo.organizationRoles.owner}`);
  const more = page.getByRole('button', { name: /^More for/ });
  await more.first().waitFor();
  for (let nth = 0; nth < (await more.count()); nth += 1) {
    await more.nth(nth).click();
    const change = page.getByRole('menuitem', { name: 'Change roles or expiry' });
    if ((await change.count()) > 0) {
      expect(await change.getAttribute('aria-disabled')).toBe('true');
      // A reason that several entries share stands once, beneath the first of them.
      await page.getByRole('menu').getByText('This role can do more than you can here').waitFor();
      return;
    }
    await page.keyboard.press('Escape');
  }
  throw new Error('There is no pending invitation of an owner');
});

it('ops looks at the queue and is offered nothing to change; others have none', async () => {
  const page = await signIn(portal, ops, '/invitations');
  await page.getByRole('group', { name: 'What to look after' }).waitFor();
  await page.getByRole('row').nth(1).waitFor();
  await page.getByText('Invitations last read: Just now').waitFor();
  expect(await page.getByRole('button', { name: /Renew|Invite/ }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Filter by age' }).click();
  await page.getByTitle('Older than 7 days').click();
  await page.waitForURL('**/invitations?olderThan=7');
  await page.getByRole('row').nth(1).waitFor();
  await page
    .getByRole('link', { name: /^Everything about / })
    .first()
    .click();
  await page.waitForURL('**/people/at?email=*');
  await page.getByRole('heading', { name: 'Account' }).waitFor();
  const other = await signIn(portal, owner, '/invitations');
  await other.getByText('There is no such page').waitFor();
});
