import { readFile } from 'node:fs/promises';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden, kestrel } = demo.organizations;
const { owner, admin, viewer, support, ops } = demo.users;
const activity = `/organizations/${halden}/activity`;

/** Asks the portal to change something, as the page would. @returns the status of the answer */
const call = (page: Page, method: string, path: string, body?: object, headers = {}) =>
  page.evaluate(
    async ([method, path, body, headers]) => {
      const json = body && { 'content-type': 'application/json' };
      const init = { method, headers: { ...json, ...headers }, ...(body && { body: JSON.stringify(body) }) };
      return (await fetch(path, init)).status;
    },
    [method, `/api/organizations/${path}`, body, headers] as const,
  );
const invite = (page: Page, organization: string, invitees: string[], headers = {}) =>
  call(
    page,
    'POST',
    `${organization}/invitations`,
    {
      invitees,
      roleIds: [demo.organizationRoles.viewer],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
    headers,
  );
const rowOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text });
const search = (page: Page) => new URL(page.url()).searchParams;
async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
}

describe('the activity of an organization, to an admin', () => {
  it('tells in a sentence who did what, and what was refused; filters are in the address, and Back undoes them', async () => {
    const page = await signIn(portal, admin, activity);
    await page.getByText('Nothing has been changed yet').waitFor();
    expect(await invite(page, halden, ['jo.doe@partner.example'])).toBe(200);
    expect(await call(page, 'DELETE', `${halden}/members/${owner}`)).toBe(403);
    await page.reload();

    const invited = rowOf(page, /Ingrid Sørensen invited jo\.doe@partner\.example as viewer until/);
    await invited.getByText('Done').waitFor();
    const refused = rowOf(page, 'Ingrid Sørensen tried to remove Amara Okafor');
    await refused.getByText('It concerns a role that can do more than they could here.').waitFor();

    await choose(page, 'Filter by outcome', 'Refused');
    await invited.waitFor({ state: 'detached' });
    expect(search(page).get('outcome')).toBe('refused');
    await choose(page, 'Filter by time', 'Today');
    await expect.poll(() => search(page).get('from')).toMatch(/^\d{4}-\d\d-\d\dT/);
    await page.reload();
    await refused.waitFor();
    await page.goBack();
    await expect.poll(() => search(page).get('from')).toBeNull();
    await page.goBack();
    await invited.waitFor();
    expect(search(page).get('outcome')).toBeNull();

    await page.keyboard.press('/');
    await page.keyboard.type('no such person');
    await page.getByText('Nothing matches “no such person”').waitFor();
    await page.getByRole('search').getByRole('button', { name: 'Clear search and filters' }).click();
    await invited.getByRole('link', { name: 'jo.doe@partner.example' }).click();
    await page.waitForURL(`**/invitations?q=jo.doe%40partner.example`);
  });

  it('shows one entry with all that is known of it, where its link leads too', async () => {
    const page = await signIn(portal, admin, activity);
    await call(page, 'PUT', `${halden}/members/${viewer}/roles`, {
      roleIds: [demo.organizationRoles.member],
    });
    await page.reload();
    const sentence = 'gave Tomás Herrera-Quiñones member in place of viewer';
    await rowOf(page, sentence).getByRole('link', { name: 'Details: Change of roles' }).click();
    const details = page.getByRole('dialog', { name: 'Change of roles' });
    await details.getByText('added').waitFor();
    await page.reload();
    await details.getByText('removed').waitFor();
    await details.getByRole('button', { name: 'Copy request ID' }).waitFor();
    await details.getByRole('link', { name: 'Only what this person did' }).click();
    await rowOf(page, sentence).waitFor();
    expect(search(page).get('actor')).toBe(admin);
    await page.getByRole('combobox', { name: 'Filter by who did it' }).waitFor();
    await page.goto(`${portal.origin}${activity}/999999`);
    await page.getByText('It does not exist any more, or you have no access to it.').waitFor();
  });

  it('is exported as it is filtered', async () => {
    const page = await signIn(portal, admin, activity);
    await invite(page, halden, ['export@partner.example']);
    await page.goto(`${portal.origin}${activity}?action=invitation.create&target=export%40`);
    await rowOf(page, 'export@partner.example').waitFor();
    const lines = async (format: RegExp) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: format }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^activity-[\d-]+\.(csv|ndjson)$/);
      return (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
    };
    const csv = await lines(/CSV/);
    expect(csv).toHaveLength(2);
    expect(csv[1]).toContain('export@partner.example');
    expect((await lines(/NDJSON/)).map((line) => JSON.parse(line).action)).toEqual(['invitation.create']);
  });

  it('comes in pages', async () => {
    const page = await signIn(portal, admin, activity);
    for (let count = 0; count < 12; count += 1) await call(page, 'DELETE', `${halden}/members/${owner}`);
    await page.goto(`${portal.origin}${activity}?page_size=10`);
    await page.getByText(/^1–10 of /).waitFor();
    await page.getByTitle('2', { exact: true }).click();
    await page.getByText(/^11–\d+ of /).waitFor();
    await page.goBack();
    await page.getByText(/^1–10 of /).waitFor();
  });
});

describe('the activity is not for everybody', () => {
  it('a viewer is not offered it, and is told what it needs', async () => {
    const page = await signIn(portal, viewer, `/organizations/${halden}/members`);
    await page.getByRole('link', { name: 'Roles' }).waitFor();
    expect(await page.getByRole('link', { name: 'Activity' }).count()).toBe(0);
    await page.goto(portal.origin + activity);
    await page.getByText('You may not see this').waitFor();
    await page.getByText('read its activity').waitFor();
  });

  it('that of all organizations does not exist to an owner', async () => {
    const page = await signIn(portal, owner, '/activity');
    await page.getByText('There is no such page').waitFor();
  });
});

it('ops reads the activity of all organizations, support’s reasons included, and filters by organization', async () => {
  const staff = await signIn(portal, support, `/organizations/${kestrel}/members`);
  await staff.getByRole('heading', { name: 'Members' }).waitFor();
  const reason = encodeURIComponent('工单 4711：客户来电要求邀请');
  expect(await invite(staff, kestrel, ['new.customer@kestrel.example'], { 'portal-reason': reason })).toBe(
    200,
  );

  const page = await signIn(portal, ops, `/organizations/${halden}/members`);
  await page.getByRole('list', { name: 'All organizations' }).getByRole('link', { name: 'Activity' }).click();
  await page.waitForURL('**/activity');
  const row = rowOf(page, 'Priya Raman invited new.customer@kestrel.example');
  await row.getByText('As support, because: 工单 4711：客户来电要求邀请').waitFor();
  await row.getByRole('link', { name: 'Kestrel Analytics' }).waitFor();
  await page.getByRole('combobox', { name: 'Filter by organization' }).click();
  await page.keyboard.type('halden');
  await page.locator('.ant-select-dropdown:visible').getByText('Halden Logistics', { exact: true }).click();
  await row.waitFor({ state: 'detached' });
  expect(search(page).get('organization')).toBe(halden);
});
