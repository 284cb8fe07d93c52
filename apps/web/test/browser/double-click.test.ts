import { setTimeout as wait } from 'node:timers/promises';
import { demo } from '@org-portal/dev-logto';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { owner } = demo.users;
const organization = `/organizations/${halden}`;

/** Milliseconds between the two presses. */
const delays = [0, 60, 150] as const;

/** @returns what the page sends from now on that changes something */
function changesOf(page: Page): string[] {
  const changes: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const isRead = request.method() === 'GET' || pathname.endsWith('/check');
    if (!isRead && pathname.startsWith('/api/')) changes.push(`${request.method()} ${pathname}`);
  });
  return changes;
}

async function middleOf(button: Locator): Promise<[x: number, y: number]> {
  const box = (await button.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Presses twice in the same place, also when something else has moved there. */
async function pressTwice(page: Page, button: Locator, delay: number): Promise<void> {
  const [x, y] = await middleOf(button);
  await page.mouse.click(x, y);
  await wait(delay);
  await page.mouse.click(x, y);
}

it.each(delays)('Resend, pressed twice within %i ms, sends one e-mail', async (delay) => {
  const page = await signIn(portal, owner, `${organization}/invitations?status=Pending`);
  const resend = page.getByRole('button', { name: /^Resend the invitation to/ }).nth(1);
  await resend.waitFor();
  const changes = changesOf(page);
  const before = portal.logto.outbox().length;
  await pressTwice(page, resend, delay);
  await page
    .getByText(/was sent again/)
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  expect(changes).toHaveLength(1);
  expect(portal.logto.outbox().length - before).toBe(1);
  expect(await page.getByText(/was sent again/).count()).toBe(1);
});

it('Resend, pressed twice on a page too slow to tell that in time, sends one e-mail', async () => {
  const page = await signIn(portal, owner, `${organization}/invitations?status=Pending`);
  const resend = page.getByRole('button', { name: /^Resend the invitation to/ }).nth(1);
  await resend.waitFor();
  const changes = changesOf(page);
  await page.mouse.click(...(await middleOf(resend)));
  await wait(700);
  // The second press of a double click, as the browser counts it.
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page
    .getByText(/was sent again/)
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  expect(changes).toHaveLength(1);
});

it.each(delays)(
  'Change roles and Remove, pressed twice within %i ms, are one request each',
  async (delay) => {
    const page = await signIn(portal, owner, `${organization}/members?q=halden.example&page=2`);
    const row = page.getByRole('row').nth(2 + delays.indexOf(delay));
    await row.getByRole('button', { name: /Change roles/ }).click();
    const changes = changesOf(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^billing/ }).click();
    await pressTwice(page, dialog.getByRole('button', { name: 'Save roles' }), delay);
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForLoadState('networkidle');
    expect(changes.splice(0)).toHaveLength(1);

    await row.getByRole('button', { name: /^Remove/ }).click();
    await pressTwice(page, dialog.getByRole('button', { name: /^Remove/ }), delay);
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForLoadState('networkidle');
    expect(changes.splice(0)).toHaveLength(1);
  },
);

it.each(delays)('Send and Revoke, pressed twice within %i ms, are one request each', async (delay) => {
  const page = await signIn(portal, owner, `${organization}/invitations?status=Pending`);
  await page.getByRole('button', { name: 'Invite people' }).click();
  const form = page.getByRole('dialog', { name: 'Invite people to Halden Logistics' });
  const address = `twice.${delay}@partner.example`;
  await form.getByLabel('E-mail addresses').pressSequentially(`${address},`);
  await form.getByRole('checkbox', { name: 'viewer' }).click();
  await form.getByRole('row', { name: /Ready/ }).waitFor();
  const changes = changesOf(page);
  await pressTwice(page, form.getByRole('button', { name: 'Send 1 invitation' }), delay);
  await form.getByRole('heading', { name: '1 invitation sent' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(changes.splice(0)).toHaveLength(1);
  await form.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: `More for ${address}` }).click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  const dialog = page.getByRole('dialog');
  await pressTwice(page, dialog.getByRole('button', { name: 'Revoke invitation' }), delay);
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForLoadState('networkidle');
  expect(changes.splice(0)).toHaveLength(1);
});

it('Join, pressed twice, joins and leads into the organization', async () => {
  const page = await signIn(portal, demo.users.nobody, '/welcome');
  const join = page.getByRole('button', { name: /^Join / }).first();
  await join.waitFor();
  const changes = changesOf(page);
  await pressTwice(page, join, 60);
  await page.waitForURL(/\/organizations\//);
  expect(changes).toHaveLength(1);
});
