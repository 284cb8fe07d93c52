import { readFile } from 'node:fs/promises';
import type { AccessReview, AccessReviewInput, AccessReviewLine } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { ops, opsLead, support } = demo.users;
const { fjord, kestrel } = demo.organizations;
const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString();

/** Calls the portal as whoever is signed in on the page. */
async function call<Body>(page: Page, method: string, path: string, data?: object): Promise<Body> {
  const reply = await page.request.fetch(`${portal.origin}/api/access-reviews${path}`, {
    method,
    ...(data && { data }),
    headers: { origin: portal.origin },
  });
  expect(reply.ok()).toBe(true);
  return reply.json() as Promise<Body>;
}

/** Has a review made that is open. */
async function opened(page: Page, input: Partial<AccessReviewInput>): Promise<AccessReview> {
  const given = { name: 'Fjord, autumn', organizationIds: [fjord], reviewerIds: [ops, opsLead], ...input };
  const { id } = await call<AccessReview>(page, 'POST', '', { dueAt: soon(), ...given });
  await expect.poll(async () => (await call<AccessReview>(page, 'GET', `/${id}`)).status).toBe('Open');
  return call<AccessReview>(page, 'GET', `/${id}`);
}

const linesOf = (page: Page, id: string, query = '') =>
  call<AccessReviewLine[]>(page, 'GET', `/${id}/lines?page_size=100${query}`);

const decide = (page: Page, id: string, lines: AccessReviewLine[], decision: string) =>
  call(page, 'PUT', `/${id}/decisions`, {
    lines: lines.map(({ number, version }) => ({ number, version })),
    decision,
  });

/** While the lines are loaded there are rows of another kind. */
const rowOf = (page: Page, nth: number) =>
  page.locator('tbody tr[data-row-key]:not([data-row-key^="loading-"])').nth(nth);
const isFocused = (page: Page, nth: number) =>
  expect.poll(() => rowOf(page, nth).evaluate((row) => row === document.activeElement)).toBe(true);

it('a review is begun, decided line by line and many at once, all by keyboard, and closed for good', async () => {
  const page = await signIn(portal, ops, '/access-reviews');
  await page.getByText('No access review yet').waitFor();
  await page.getByRole('link', { name: 'Begin a review' }).first().press('Enter');
  await page.getByRole('heading', { name: 'Begin a review', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Begin review' }).press('Enter');
  await page.getByText('Give the review a name.').waitFor();
  await page.keyboard.type('Atlas, autumn');
  await page.getByRole('combobox', { name: 'Organizations' }).press('a');
  await page.keyboard.type('tlas');
  await page.locator('.ant-select-item-option', { hasText: 'Halden' }).waitFor({ state: 'detached' });
  await page.locator('.ant-select-item-option', { hasText: 'Atlas' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Begin review' }).press('Enter');
  await page.waitForURL(/\/access-reviews\/[\w-]{36}$/);
  const id = page.url().slice(-36);

  await rowOf(page, 3).waitFor();
  const total = (await linesOf(page, id)).length;
  await page.keyboard.press('l');
  await isFocused(page, 0);
  await page.keyboard.press('k');
  await rowOf(page, 0).getByText('Kept').waitFor();
  await isFocused(page, 1);
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: /^Decide: / }).waitFor();
  await page.getByLabel('Note').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('kur left');
  await page.keyboard.press('Enter');
  await rowOf(page, 1).getByText('kur left').waitFor();
  await isFocused(page, 2);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('u');
  await rowOf(page, 1).getByText('Undecided').waitFor();
  await isFocused(page, 2);

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys in the list' }).waitFor();
  await page.keyboard.press('Escape');
  await isFocused(page, 2);
  await page.keyboard.press('a');
  await page.getByText(`${total} lines selected`).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 lines selected').waitFor();
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: 'Decide 2 lines' }).waitFor();
  await page.keyboard.press('Enter');
  await rowOf(page, 2).getByText('To be removed').waitFor();
  await page.getByText(`3 of ${total} decided`).waitFor();
  await page.getByText('selected').waitFor({ state: 'detached' });

  // A letter in a field is a letter.
  await page.keyboard.press('/');
  await page.keyboard.type('lkur');
  await page.waitForURL('**?q=lkur');
  expect((await call<AccessReview>(page, 'GET', `/${id}`)).lines).toMatchObject({ kept: 1, toRemove: 2 });

  await page.getByRole('button', { name: 'Close review' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Close “Atlas, autumn”?' });
  await dialog.getByText(`${total - 3} lines are undecided, and stay so for good.`).waitFor();
  await dialog.getByRole('button', { name: 'Close review' }).press('Enter');
  await page.getByText('2 lines are marked for removal. Nothing has been removed yet.').waitFor();
  await page.getByText('Only somebody with the right to change can have them removed.').waitFor();
  expect(await page.getByRole('button', { name: /^(Keep|Mark|Remove|Take back|Close) / }).count()).toBe(0);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(total + 1);
  await page.getByRole('link', { name: 'Print view' }).click();
  await page
    .getByRole('row', { name: /Atlas.*To be removed/ })
    .first()
    .waitFor();
  expect(await page.locator('.print-table tbody tr').count()).toBe(total);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
});

it('the second of two reviewers on one line is told, and overwrites nothing', async () => {
  const page = await signIn(portal, ops, '/access-reviews');
  const { id } = await opened(page, {});
  await page.goto(`${portal.origin}/access-reviews/${id}?decision=none`);
  await rowOf(page, 0).waitFor();
  const other = await signIn(portal, opsLead, '/access-reviews');
  const [first] = await linesOf(other, id);
  await decide(other, id, [first!], 'remove');
  await page.keyboard.press('l');
  await page.keyboard.press('k');
  await page.getByText('1 line was changed by somebody else meanwhile.').waitFor();
  await rowOf(page, 0).getByText('Noor Haddad has decided this line meanwhile.').waitFor();
  await rowOf(page, 0).getByText('To be removed').waitFor();
  expect((await linesOf(page, id))[0]).toMatchObject({ decision: 'remove', decidedBy: { id: opsLead } });
  await rowOf(page, 0)
    .getByRole('button', { name: /^Keep / })
    .click();
  await rowOf(page, 0).getByText('Kept').waitFor();
  await page.getByRole('button', { name: 'Show what is left' }).click();
  await rowOf(page, 0).getByText('Undecided').waitFor();
});

it('what was marked is removed by who has the right to, and the next review tells what differs', async () => {
  const page = await signIn(portal, opsLead, '/access-reviews');
  const scope = { organizationIds: [kestrel], roleIds: [demo.organizationRoles.viewer] };
  const first = await opened(page, { ...scope, name: 'Viewers, autumn' });
  const lines = await linesOf(page, first.id);
  await decide(page, first.id, lines.slice(0, 1), 'remove');
  await decide(page, first.id, lines.slice(1), 'keep');
  await call(page, 'POST', `/${first.id}/close`);
  await page.goto(`${portal.origin}/access-reviews/${first.id}`);
  await page.getByRole('button', { name: 'Remove what was marked (1)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove 1 marked line?' });
  await dialog.getByText('The person stays a member.').waitFor();
  await dialog.getByLabel('Reason').fill('Autumn review of viewers');
  await dialog.getByRole('button', { name: 'Remove what was marked (1)' }).click();
  await page.getByText('1 of 1 done').waitFor();
  await page.getByRole('link', { name: 'Removed: 1' }).click();
  await page.waitForURL('**?removal=removed');
  await page.getByRole('row', { name: /Kestrel.*Removed/ }).waitFor();

  const next = await opened(page, { ...scope, name: 'Viewers, winter' });
  await page.goto(`${portal.origin}/access-reviews/${next.id}?view=difference`);
  await page.getByRole('heading', { name: 'Difference to “Viewers, autumn”' }).waitFor();
  await page.getByRole('combobox', { name: 'Filter by what differs' }).click();
  await page.locator('.ant-select-item-option').getByText('Gone').click();
  await page.waitForURL('**?view=difference&kind=gone');
  await page.getByRole('row', { name: /Gone.*viewer.*To be removed.*Not there/ }).waitFor();
});

it('who does not review only looks, and a link fills the form', async () => {
  const page = await signIn(portal, opsLead, '/access-reviews');
  const { id } = await opened(page, { reviewerIds: [ops] });
  await page.goto(`${portal.origin}/access-reviews/${id}`);
  await page.getByText('Only its reviewers decide here: Михаил Левченко.').waitFor();
  expect(await page.getByRole('button', { name: /^Keep / }).count()).toBe(0);
  await page.goto(`${portal.origin}/access-reviews/begin?organization=${fjord}`);
  await page.locator('.ant-select-selection-item', { hasText: 'Fjord' }).waitFor();
});

it('access reviews do not exist for support', async () => {
  const page = await signIn(portal, support, '/access-reviews');
  await page.getByText('There is no such page').waitFor();
  await page.goto(`${portal.origin}/people`);
  await page.getByRole('link', { name: 'Invitation queue' }).waitFor();
  expect(await page.getByRole('link', { name: 'Access reviews' }).count()).toBe(0);
});
