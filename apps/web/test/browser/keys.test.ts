import type { AccessReview, AccessReviewLine } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { ops, opsLead, admin } = demo.users;
const { halden, fjord } = demo.organizations;

/** Keeps the script of a dialog back. @returns what lets it come */
async function holdBack(page: Page, script: RegExp): Promise<() => void> {
  let comes = () => {};
  const promise = new Promise<void>((resolve) => (comes = resolve));
  await page.route(script, async (route) => {
    await promise;
    await route.continue();
  });
  return comes;
}

/** Has a review begun, and opens it. @returns what reads its lines */
async function openReview(page: Page): Promise<() => Promise<AccessReviewLine[]>> {
  const base = `${portal.origin}/api/access-reviews`;
  const made = await page.request.post(base, {
    data: {
      name: 'Fjord, autumn',
      organizationIds: [fjord],
      reviewerIds: [ops, opsLead],
      dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    },
    headers: { origin: portal.origin },
  });
  const { id } = (await made.json()) as AccessReview;
  const read = async <Body>(path: string) => (await (await page.request.get(base + path)).json()) as Body;
  await expect.poll(async () => (await read<AccessReview>(`/${id}`)).status).toBe('Open');
  await page.goto(`${portal.origin}/access-reviews/${id}`);
  await rowOf(page, 0).waitFor();
  return () => read<AccessReviewLine[]>(`/${id}/lines?page_size=100`);
}

const rowOf = (page: Page, nth: number) =>
  page.locator('tbody tr[data-row-key]:not([data-row-key^="loading-"])').nth(nth);

it('L, R, K: a letter of the note keeps the line, since the dialog of R is not there yet', async () => {
  const page = await signIn(portal, ops, '/access-reviews');
  const linesNow = await openReview(page);
  const comes = await holdBack(page, /DecideDialog/);

  for (const key of ['l', 'r', 'k', 'u', 'r', ' ', 'a', '/', '?', 'Backspace'])
    await page.keyboard.press(key);
  comes();

  await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('kur a/');
  await page.keyboard.type(' left');
  expect(await page.getByLabel('Note').inputValue()).toBe('kur a/ left');
  expect(await page.getByRole('dialog').count()).toBe(1);
  expect((await linesNow()).filter(({ decision }) => decision !== null)).toEqual([]);
  await page.keyboard.press('Enter');
  await rowOf(page, 0).getByText('kur a/ left').waitFor();
});

it('a key that is held down decides one line, and what keys have decided is undone by one key each', async () => {
  const page = await signIn(portal, ops, '/access-reviews');
  const linesNow = await openReview(page);
  await page.keyboard.press('l');

  await page.keyboard.down('k');
  await page.keyboard.down('k');
  await page.keyboard.down('k');
  await page.keyboard.up('k');
  await rowOf(page, 0).getByText('Kept').waitFor();
  await page.keyboard.press('r');
  await page.getByLabel('Note').fill('left');
  await page.getByLabel('Note').press('Enter');
  await rowOf(page, 1).getByText('left').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('k');
  await rowOf(page, 1).getByText('Kept').waitFor();
  expect((await linesNow()).map(({ decision }) => decision).slice(0, 3)).toEqual(['keep', 'keep', null]);

  await page.keyboard.press('z');
  await rowOf(page, 1).getByText('left').waitFor();
  await page.getByText(/^Undone: .* is as before$/).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await rowOf(page, 1).getByText('Undecided').waitFor();
  await page.keyboard.press('z');
  await rowOf(page, 0).getByText('Undecided').waitFor();

  expect((await linesNow()).filter(({ decision }) => decision !== null)).toEqual([]);
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

it('what is typed while the invite drawer is loaded is in its field, and Escape meanwhile closes it', async () => {
  const page = await signIn(portal, admin, `/organizations/${halden}/invitations`);
  const comes = await holdBack(page, /InviteDrawer/);
  await page.getByRole('button', { name: 'Invite people' }).press('Enter');

  await page.keyboard.type('ada/');
  comes();
  await expect.poll(() => page.locator('#invitees').inputValue()).toBe('ada/');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('#invitees').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Invite people' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.hash === '');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain('Invite people');
});

/** Presses Enter as a browser does when it confirms a word of an input method. */
const confirmWord = (page: Page, sent: { keyCode: number; isComposing: boolean }) =>
  page.evaluate(
    (init) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          code: 'Enter',
          bubbles: true,
          cancelable: true,
          ...init,
        }),
      ),
    sent,
  );

const CONFIRMATIONS = [
  { keyCode: 229, isComposing: true },
  // Safari, after the composition has ended.
  { keyCode: 229, isComposing: false },
];

it('Enter that confirms a Chinese word saves no half note, takes no half address and chooses no option', async () => {
  const page = await signIn(portal, ops, '/access-reviews');
  const linesNow = await openReview(page);
  await page.keyboard.press('l');
  await page.keyboard.press('r');
  const note = page.getByLabel('Note');
  await note.fill('已离');
  for (const sent of CONFIRMATIONS) await confirmWord(page, sent);
  expect(await note.inputValue()).toBe('已离');
  await note.fill('已离职');
  await note.press('Enter');
  await rowOf(page, 0).getByText('已离职').waitFor();
  expect((await linesNow()).filter(({ decision }) => decision !== null)).toHaveLength(1);
  await page.goto(`${portal.origin}/access-reviews/begin`);
  await page.getByRole('combobox', { name: 'Roles' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('.ant-select-item-option-active').waitFor();
  for (const sent of CONFIRMATIONS) await confirmWord(page, sent);
  expect(await page.locator('.ant-select-item-option-selected').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.locator('.ant-select-item-option-selected').waitFor();

  const other = await signIn(portal, admin, `/organizations/${halden}/invitations#invite`);
  const field = other.locator('#invitees');
  await field.fill('wang@gong');
  for (const sent of CONFIRMATIONS) await confirmWord(other, sent);
  expect(await field.inputValue()).toBe('wang@gong');
  await field.fill('wang@gongsi.cn');
  await field.press('Enter');
  await other.getByRole('row', { name: /wang@gongsi.cn/ }).waitFor();
});
