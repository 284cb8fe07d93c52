import { readFile } from 'node:fs/promises';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { operate } from './harness/operate.ts';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const withoutMail = await startPortal();
const { halden } = demo.organizations;
const { admin } = demo.users;

/** Opens the invite form, and waits until it can be typed in. */
async function openForm(of = portal): Promise<Page> {
  const page = await signIn(of, admin, `/organizations/${halden}/invitations`);
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('E-mail addresses').waitFor();
  return page;
}
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (page: Page, ...[name, text]: Parameters<typeof file>) =>
  page.locator('input[type=file]').setInputFiles(file(name, text));

it('a pasted table is previewed, sent in the background, and its mails are in the outbox', async () => {
  const page = await openForm();
  const field = page.getByLabel('E-mail addresses');
  const table =
    'Name\tE-mail\tRoles\tDays\nAda\tADA@paste.example\tviewer\t3\nBob\tbob@paste.example\tmember\t\nEve\teve@paste.example\tboss\t\n';
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, table);
  await page.getByRole('row', { name: /^ada@paste\.example.*Ada Ready viewer 3 days/ }).waitFor();
  await page.getByRole('row', { name: /^eve@paste\.example.*Role not allowed/ }).waitFor();
  await page.getByText('1 person has an expiry of their own').waitFor();
  await page.getByRole('button', { name: 'Remove eve@paste.example' }).click();
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  await page.waitForURL('**/imports/*');
  await page.getByText('2 of 2 done').waitFor();
  const mails = portal.logto.outbox().map(({ to }) => to);
  expect(mails.slice(0, 2).sort()).toEqual(['ada@paste.example', 'bob@paste.example']);
  await page.goBack();
  await page.getByRole('row', { name: /bob@paste\.example Pending/ }).waitFor();
});

it('a file of ten thousand people is previewed without holding up the page', async () => {
  const page = await openForm();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => seen.push(duration)),
    ).observe({
      entryTypes: ['longtask'],
    });
  });
  const rows = Array.from({ length: 10_000 }, (_, row) => `Person ${row};p${row}@large.example;viewer`);
  await choose(
    page,
    'everyone.csv',
    ['姓名;邮箱;角色', 'Twice;p1@large.example;', 'Wrong;p@;', ...rows].join('\r\n'),
  );
  await page.getByText('Ready 10,000').waitFor();
  await page.getByText('Twice in the list 1').click();
  await page.getByRole('row', { name: /^p1@large\.example.*Person 1/ }).waitFor();
  const longest = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
  );
  console.log(`10,000 rows: the longest task took ${Math.round(longest)} ms`);
  expect(longest).toBeLessThan(1_500);
  await page.getByRole('button', { name: 'Send 10,000 invitations' }).waitFor();
});

it('an import is paused, continued and ends, its failed row is tried again, and the result is a file', async () => {
  const page = await openForm();
  const rows = Array.from({ length: 40 }, (_, row) => `Person ${row},p${row}@forty.example`);
  await choose(page, 'forty.csv', `name,email\n${rows.join('\n')}`);
  await page.getByRole('checkbox', { name: 'viewer' }).check();
  await page.getByText('Ready 40').waitFor();
  portal.logto.controls.fail('POST /api/organization-invitations', { kind: 'slow', delayMs: 400 }, 40);
  await page.getByRole('button', { name: 'Send 40 invitations' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('The import is paused').waitFor();
  portal.logto.controls.clearFaults();
  portal.logto.controls.fail('POST /api/organization-invitations', { kind: 'status', status: 422 }, 1);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('40 of 40 done').waitFor();
  await page.getByText('39 sent · 1 failed').waitFor();

  await page.getByRole('combobox', { name: 'Filter by state' }).click();
  await page.locator('.ant-select-item-option').getByText('Failed').click();
  await page.waitForURL('**/imports/*?state=failed');
  await page.getByRole('row', { name: /@forty\.example.*Failed .+/ }).waitFor();
  await page.getByRole('button', { name: 'Try one again' }).click();
  await page.getByText('40 sent', { exact: true }).waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Result as CSV' }).click();
  const result = await readFile(await (await download).path(), 'utf8');
  expect(result.match(/@forty\.example","Person \d+","viewer",.*,"sent",/g)).toHaveLength(40);
  await page.getByRole('link', { name: 'All imports' }).click();
  await page.getByRole('row', { name: /^forty\.csv Finished 40 sent/ }).waitFor();
});

it('organizations that cannot be looked up for now are not taken for none: support tries again', async () => {
  const page = await signIn(portal, demo.users.support, `/organizations/${halden}/invitations`);
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('E-mail addresses').waitFor();
  const { controls } = portal.logto;
  controls.fail('GET /api/organizations', { kind: 'status', status: 500 }, 100);
  await choose(page, 'two.csv', 'email,organization\nada@two.example,Atlas Cartography Cooperative\n');
  await page.getByText('The organizations in the list could not be looked up.').waitFor();
  expect(await page.getByRole('button', { name: 'Send 1 invitation' }).isDisabled()).toBe(true);
  controls.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('row', { name: /ada@two\.example.*Ready.*Atlas/ }).waitFor();
  await page.getByRole('button', { name: 'Send 1 invitation', disabled: false }).waitFor();
});

/** Takes away what Logto sends e-mails with. */
async function takeMailAway(logto: { origin: string }): Promise<void> {
  const connectors = await operate<{ id: string }[]>(logto, 'GET', '/connectors');
  for (const { id } of connectors) await operate(logto, 'DELETE', `/connectors/${id}`);
}

it('where no e-mail can be sent it says so before, and makes links to copy instead', async () => {
  await takeMailAway(withoutMail.logto);
  const page = await openForm(withoutMail);
  const field = page.getByLabel('E-mail addresses');
  await field.fill('by.link@example.com');
  await field.press('Enter');
  await page.getByText('No e-mails can be sent').waitFor();
  await page.getByRole('checkbox', { name: 'viewer' }).check();
  await page.getByRole('button', { name: 'Create 1 link' }).click();
  await page.waitForURL('**/imports/*');
  await page.getByText('1 link created').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Get links' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 link.').waitFor();
  await dialog.getByRole('button', { name: 'Copy all links' }).click();
  await dialog.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(`^by\\.link@example\\.com\t${withoutMail.origin}/join#[\\w-]+$`),
  );
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download as CSV' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved).toMatch(/"by\.link@example\.com","","viewer","[^"]+","http[^"]+\/join#[\w-]+"$/);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Copy the link for by.link@example.com' }).click();
  await dialog.getByText(/\/join#/).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(withoutMail.logto.outbox()).toEqual([]);
});

it('support has no link of an import, neither of a row nor all, before they gave a reason', async () => {
  // given
  const list = `${withoutMail.origin}/api/organizations/${halden}/imports`;
  const owner = await signIn(withoutMail, demo.users.owner, `/organizations/${halden}/imports`);
  const rows = ['viewer', 'owner'].map((role, n) => ({
    invitee: `taken.${n}@example.com`,
    roleIds: [demo.organizationRoles[role as 'viewer' | 'owner']],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  }));
  const reply = await owner.request.post(list, {
    data: { language: 'en', by: 'link', rows },
    headers: { origin: withoutMail.origin },
  });
  const { id } = (await reply.json()) as { id: string };
  const page = await signIn(withoutMail, demo.users.support, `/organizations/${halden}/imports/${id}`);
  await page.getByText('2 links created').waitFor();
  const dialog = page.getByRole('dialog');

  // when
  await page.getByRole('button', { name: 'Get links' }).click();
  await dialog.getByRole('button', { name: 'Show links' }).click();

  // then
  await dialog
    .getByText(/at least/)
    .first()
    .waitFor();
  await dialog.getByLabel('Reason').fill('ticket 4711, by phone');
  await dialog.getByRole('button', { name: 'Show links' }).click();
  await dialog.getByText('1 link is left out: you may not give its roles.').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Copy the link for taken.0@example.com' }).click();
  await dialog.getByLabel('Reason').waitFor();
});
