import { demo } from '@org-portal/dev-logto';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin } = demo.users;
const { halden } = demo.organizations;
const invitations = `/organizations/${halden}/invitations`;

/** Opens a page in a browser that has been changed before any script of the portal runs. */
async function openIn(change: (context: BrowserContext) => Promise<unknown>, path: string): Promise<Page> {
  const page = await signIn(portal, admin, '/signed-out');
  await change(page.context());
  await page.goto(portal.origin + path);
  return page;
}

const refuseStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
  });

it('a browser that refuses storage shows the portal, and remembers for as long as the page lives', async () => {
  const page = await openIn(refuseStorage, invitations);
  await page.getByRole('heading', { name: 'Invitations', level: 1 }).waitFor();
  await page.getByRole('button', { name: /Account and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.getByRole('button', { name: /Account and settings|帐号|账号/ }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await page.getByRole('heading', { name: '邀请', level: 1 }).waitFor();
  await page.goto(portal.origin);
  await page.locator('h1').first().waitFor();
});

it.each([
  ['40 days slow', -40],
  ['40 days fast', 40],
])('with a clock that is %s an invitation of 7 days is sent, and expires in 7 days', async (_, days) => {
  const page = await openIn(
    (context) => context.clock.install({ time: Date.now() + days * 86_400_000 }),
    `${invitations}#invite`,
  );
  const address = `clock${days}@example.com`;
  await page.locator('#invitees').fill(`${address},`);
  await page.getByRole('checkbox', { name: 'viewer' }).check();
  await page.getByRole('button', { name: 'Send 1 invitation' }).click();
  await page.getByText('1 invitation sent').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.goto(`${portal.origin}${invitations}?q=${encodeURIComponent(address)}`);
  await page.getByRole('row', { name: /Pending.*in 7 days/ }).waitFor();
});

it('a search box has one icon that clears it', async () => {
  const page = await signIn(portal, admin, invitations);
  await page.getByRole('searchbox').fill('a');
  expect(await page.locator('.ant-input-clear-icon:visible').count()).toBe(1);
  // Of the browsers' own icons there is none in a box of this type.
  expect(await page.locator('input[type="search"]').count()).toBe(0);
});

/** Safari does not focus a button that is clicked. */
const neverFocusButtons = (context: BrowserContext) =>
  context.addInitScript(() =>
    document.addEventListener(
      'mousedown',
      (event) => {
        if ((event.target as Element).closest('button')) event.preventDefault();
      },
      true,
    ),
  );

it('Escape from a drawer gives the focus back to its button, which Safari had not focused', async () => {
  const page = await openIn(neverFocusButtons, invitations);
  const button = page.getByRole('button', { name: 'Invite people' });
  for (let times = 0; times < 2; times += 1) {
    await button.click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('invitees');
    await page.keyboard.press('Escape');
    await page.locator('#invitees').waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  }
});

it('where a scrollbar takes of the width of a phone, as in Firefox, "Filters" stays beside the search', async () => {
  const page = await signIn(portal, admin, `/organizations/${halden}/activity`, {
    // 390 less the scrollbar.
    viewport: { width: 375, height: 800 },
  });
  const filters = await page.getByRole('button', { name: 'Filters' }).boundingBox();
  const search = await page.locator('.search-box').boundingBox();
  expect(filters?.y).toBe(search?.y);
});

it('all links of an import are copied where the browser takes only what comes with the press, as Safari does', async () => {
  const page = await openIn(acceptOnlyAtOnce, `/organizations/${halden}/imports`);
  const reply = await page.request.post(`${portal.origin}/api/organizations/${halden}/imports`, {
    data: {
      language: 'en',
      by: 'link',
      rows: [
        {
          invitee: 'by.link@example.com',
          roleIds: [demo.organizationRoles.viewer],
          expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        },
      ],
    },
    headers: { origin: portal.origin },
  });
  const { id } = (await reply.json()) as { id: string };
  await page.goto(`${portal.origin}/organizations/${halden}/imports/${id}`);
  await page.getByRole('button', { name: 'Get links' }).click();
  await page.getByRole('button', { name: 'Copy all links' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => (window as unknown as { copied: string }).copied)).toMatch(
    /^by\.link@example\.com\t.*\/join#[\w-]+$/,
  );
});

/** Refuses each write to the clipboard but one that begins while a click is being handled; a promise may come later. */
const acceptOnlyAtOnce = (context: BrowserContext) =>
  context.addInitScript(() => {
    let isClicked = false;
    document.addEventListener(
      'click',
      () => {
        isClicked = true;
        queueMicrotask(() => setTimeout(() => (isClicked = false)));
      },
      true,
    );
    const refusal = () =>
      new DOMException('The request is not allowed by the user agent.', 'NotAllowedError');
    const keep = (text: string) => Object.assign(window, { copied: text });
    navigator.clipboard.writeText = async (text) => {
      if (!isClicked) throw refusal();
      keep(text);
    };
    navigator.clipboard.write = async ([item]) => {
      if (!isClicked) throw refusal();
      keep(await (await item!.getType('text/plain')).text());
    };
  });
