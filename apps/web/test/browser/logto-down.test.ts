import type { AccessReview, Session } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin, ops } = demo.users;
const DOWN = 'The identity service cannot be reached';
/** But for those that are shown while others are loaded. */
const ROWS = 'tbody tr[data-row-key]:not([data-row-key^="loading-"])';

/** Returns once nothing is known any more that Logto said a moment before of who is signed in on the pages. */
async function takeDown(...pages: Page[]): Promise<void> {
  portal.logto.controls.fail('/api/*', { kind: 'status', status: 503 }, Number.MAX_SAFE_INTEGER);
  onTestFinished(() => portal.logto.controls.clearFaults());
  for (const { request } of pages) {
    const session = async () => (await (await request.get(`${portal.origin}/api/session`)).json()) as Session;
    await expect.poll(async () => (await session()).lastKnownAt, { timeout: 20_000 }).toBeTypeOf('string');
  }
}

it('while Logto is down people are told so, and ops loads what is stored, with its age', async () => {
  const page = await signIn(portal, ops, '/overview');
  await page.getByRole('button', { name: 'Read all organizations' }).click();
  await page.getByRole('link', { name: /^\d+ Suspended people with roles/ }).waitFor();
  const lines = page.locator(ROWS);
  const begun = await page.request.post(`${portal.origin}/api/access-reviews`, {
    headers: { origin: portal.origin },
    data: {
      name: 'Fjord, autumn',
      organizationIds: [demo.organizations.fjord],
      roleIds: [demo.organizationRoles.admin],
      reviewerIds: [ops],
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
  const { id } = (await begun.json()) as AccessReview;
  await page.goto(`${portal.origin}/access-reviews/${id}`);
  await lines.first().waitFor();
  expect(await page.getByText(DOWN).count()).toBe(0);
  const members = await signIn(portal, admin, `/organizations/${demo.organizations.halden}/members`);
  await members.locator(ROWS).first().waitFor();

  await takeDown(page, members);
  await members.reload();
  await members.getByText(DOWN).waitFor();
  await members.getByText('This could not be loaded').waitFor();
  await page.goto(`${portal.origin}/overview`);
  await page.getByText(DOWN).waitFor();
  await page.getByText('Last read:').waitFor();
  await page.getByRole('link', { name: /^\d+ Suspended people with roles/ }).click();
  await page.getByRole('link', { name: 'Georg Mayer', exact: true }).waitFor();
  await page.goto(`${portal.origin}/access-reviews`);
  await page.getByRole('link', { name: 'Fjord, autumn' }).click();
  await lines.first().waitFor();
  await page.getByText('Fjord · admin').waitFor();
  await page
    .getByRole('button', { name: /^Keep / })
    .first()
    .click();
  await page.getByText('The identity service does not answer properly.').waitFor();
  expect(await lines.getByText('Kept').count()).toBe(0);

  portal.logto.controls.clearFaults();
  await members.getByRole('button', { name: 'Try again' }).click();
  await members.locator(ROWS).first().waitFor();
  await page.getByText(DOWN).waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^Keep / })
    .first()
    .click();
  await lines.first().getByText('Kept').waitFor();
});
