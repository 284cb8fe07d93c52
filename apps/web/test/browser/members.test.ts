import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden, kestrel } = demo.organizations;
const { owner, admin, viewer, soleAdmin } = demo.users;
const members = `/organizations/${halden}/members`;

const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: /^Select (?!all)/ }) });
const count = (page: Page, text: string | RegExp) => page.getByText(text, { exact: true }).first().waitFor();
/** From wherever the focus is, by the keyboard alone. */
const search = async (page: Page, text: string) => {
  await rows(page).first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(text);
};
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const query = (page: Page) => new URL(page.url()).searchParams;
const notice = (page: Page, text: RegExp) =>
  page.getByRole('alert').or(page.locator('.ant-notification')).getByText(text).first().waitFor();

describe('the members of an organization, to an admin', () => {
  it('are 2,400, in pages that the address names', async () => {
    const page = await signIn(portal, admin, members);
    await count(page, '1–20 of 2,400');
    expect(await rows(page).count()).toBe(20);

    await page.getByTitle('2', { exact: true }).click();
    await count(page, '21–40 of 2,400');
    expect(query(page).get('page')).toBe('2');
    expect(await rows(page).count()).toBe(20);

    await page.goBack();
    await count(page, '1–20 of 2,400');
    await page.goForward();
    await count(page, '21–40 of 2,400');
    await page.reload();
    await count(page, '21–40 of 2,400');
  });

  it('are not sent again as long as they have not changed, and nothing of them is left on disk', async () => {
    const page = await signIn(portal, admin, members);
    await count(page, '1–20 of 2,400');
    const replies: unknown[] = [];
    page.on('response', (reply) => {
      const { pathname, searchParams } = new URL(reply.url());
      if (!pathname.endsWith('/members')) return;
      replies.push([searchParams.get('page'), reply.status(), reply.headers()['cache-control']]);
    });
    await page.getByTitle('2', { exact: true }).click();
    await count(page, '21–40 of 2,400');
    await page.goBack();
    await count(page, '1–20 of 2,400');
    await vi.waitFor(() => expect(replies.at(-1)).toEqual(['1', 304, 'no-store']), 10_000);
    expect(await rows(page).count()).toBe(20);
  });

  it('are found as one types, after a slash from anywhere', async () => {
    const page = await signIn(portal, admin, members);
    await count(page, '1–20 of 2,400');
    await search(page, 'tomas.herrera');
    await count(page, '1–1 of 1');
    expect(await rows(page).count()).toBe(1);
    await rowOf(page, 'Tomás Herrera-Quiñones').waitFor();
    expect(page.url()).toContain('tomas.herrera');
    await page.reload();
    await count(page, '1–1 of 1');
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: /Search/ }))
      .first()
      .fill('no such person');
    await page.getByText('Nothing matches “no such person”').waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await count(page, '1–20 of 2,400');
  });

  it('get other roles, and keep them over a reload', async () => {
    const page = await signIn(portal, admin, `${members}?q=tomas.herrera`);
    await search(page, 'tomas.herrera');
    await count(page, '1–1 of 1');
    await rowOf(page, 'Tomás')
      .getByRole('button', { name: /Change roles/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^admin/ }).check();
    await dialog.getByText('Can then also').waitFor();
    expect(await dialog.getByRole('checkbox', { name: /^owner/ }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Save roles' }).click();
    await notice(page, /The roles of Tomás Herrera-Quiñones were changed/);
    await rowOf(page, 'Tomás').getByText('admin', { exact: true }).waitFor();
    await page.reload();
    await rowOf(page, 'Tomás').getByText('admin', { exact: true }).waitFor();
  });

  it('are removed after a question that names them', async () => {
    const page = await signIn(portal, admin, members);
    await search(page, 'owen.holloway@halden');
    await count(page, '1–1 of 1');
    await rowOf(page, 'Owen Holloway')
      .getByRole('button', { name: /Remove/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Remove Owen Holloway from Halden Logistics?' });
    await dialog.getByRole('button', { name: 'Remove Owen Holloway' }).click();
    await notice(page, /Owen Holloway was removed from Halden Logistics/);
    await page.getByText('Nothing matches “owen.holloway@halden”').waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await count(page, '1–20 of 2,399');
  });

  it('are ticked on their cards on a phone, and removed together', async () => {
    const viewport = { width: 390, height: 844 };
    const page = await signIn(portal, admin, `${members}?page=3`, { viewport });
    const range = page.getByText(/^41–60 of 2,/);
    const total = async () => Number((await range.innerText()).replace(/.* of|,/g, ''));
    const before = await total();
    const cards = page.getByRole('list', { name: 'Members' }).getByRole('checkbox', { disabled: false });
    const all = page.getByRole('checkbox', { name: 'Select all on this page' });
    const bar = page.getByRole('group', { name: 'With the selected members' });
    await all.check();
    await bar.getByText(`${await cards.count()} selected`).waitFor();
    expect(await cards.count()).toBeGreaterThan(10);
    await all.uncheck();
    await bar.waitFor({ state: 'detached' });

    await cards.first().check();
    await cards.last().check();
    await bar.getByText('2 selected').waitFor();
    const box = await bar.boundingBox();
    const topBar = await page.getByRole('banner').boundingBox();
    // Scrolled to the last card, it is beneath the top bar, in sight.
    expect(box?.y).toBeCloseTo(topBar!.y + topBar!.height, 0);
    await bar.getByRole('button', { name: 'Remove 2 members' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove 2 members' }).click();
    await notice(page, /2 members were removed from Halden Logistics/);
    await vi.waitFor(async () => expect(await total()).toBe(before - 2), 10_000);
    await page.waitForFunction(() => document.activeElement?.matches('main h1'));
    const { top, width } = await page.evaluate(() => ({
      top: document.scrollingElement!.scrollTop,
      width: document.scrollingElement!.scrollWidth,
    }));
    expect(width).toBe(390);
    expect(top, 'where one was').toBeGreaterThan(1_000);
  });

  it('of another organization are one choice away', async () => {
    const page = await signIn(portal, admin, members);
    await page.getByRole('combobox', { name: 'Organization' }).click();
    await page.keyboard.type('kest');
    await page
      .getByRole('option', { name: /Kestrel Analytics/ })
      .or(page.getByTitle('Kestrel Analytics'))
      .last()
      .click();
    await page.waitForURL(`**/organizations/${kestrel}/members`);
    await count(page, '1–20 of 183');
  });
});

describe('what one may not do', () => {
  it('is not offered to a viewer', async () => {
    const other = demo.organizations.lumen;
    const page = await signIn(portal, admin, `/organizations/${other}/members`);
    await count(page, '1–20 of 312');
    expect(await page.getByRole('button', { name: /Change roles|Remove/ }).count()).toBe(0);
    const status = await page.evaluate(
      async ([organizationId, memberId]) => {
        const reply = await fetch(`/api/organizations/${organizationId}/members/${memberId}`, {
          method: 'DELETE',
        });
        return reply.status;
      },
      [other, owner],
    );
    expect(status).toBe(403);
  });

  it('is disabled with the reason where a role is above the own ones', async () => {
    const page = await signIn(portal, admin, members);
    const remove = rowOf(page, 'Amara Okafor').getByRole('button', { name: /Remove/ });
    await remove.waitFor();
    expect((await remove.getAttribute('aria-disabled')) === 'true' || (await remove.isDisabled())).toBe(true);
  });

  it('is refused for the last admin, who is told why', async () => {
    const page = await signIn(portal, soleAdmin, `/organizations/${demo.organizations.atlas}/members`);
    await rowOf(page, '陽翔')
      .getByRole('button', { name: /Remove/ })
      .click();
    await page.getByText('This is the last admin. Make somebody else an admin first.').first().waitFor();
  });
});

it('an organization that one does not belong to looks like one that does not exist', async () => {
  const page = await signIn(portal, viewer, `/organizations/${kestrel}/members`);
  await page.getByText('There is no such organization').waitFor();
  await page.goto(`${portal.origin}/organizations/nosuchorg/members`);
  await page.getByText('There is no such organization').waitFor();
});
