import type { AccessReview, Session } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { admin, ops } = demo.users;
const DOWN = 'The identity service cannot be reached';

/** Returns once nothing is known any more that Logto said a moment before. */
async function takeDown(page: Page): Promise<void> {
  portal.logto.controls.fail('/api/*', { kind: 'status', status: 503 }, Number.MAX_SAFE_INTEGER);
  onTestFinished(() => portal.logto.controls.clearFaults());
  const session = async () =>
    (await (await page.request.get(`${portal.origin}/api/session`)).json()) as Session;
  await expect.poll(async () => (await session()).lastKnownAt, { timeout: 20_000 }).toBeTypeOf('string');
}

it('while Logto is down, ops loads what is stored with its age, and is told that nothing can be changed', async () => {
  const page = await signIn(portal, ops, '/overview');
  await page.getByRole('button', { name: 'Read all organizations' }).click();
  await page.getByRole('link', { name: /^\d+ Suspended people with roles/ }).waitFor();
  const lines = page.locator('tbody tr[data-row-key]');
  const begun = await page.request.post(`${portal.origin}/api/access-reviews`, {
    headers: { origin: portal.origin },
    data: {
      name: 'Fjord, autumn',
      organizationIds: [demo.organizations.fjord],
      reviewerIds: [ops],
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
  const { id } = (await begun.json()) as AccessReview;
  await page.goto(`${portal.origin}/access-reviews/${id}`);
  await lines.first().waitFor();
  expect(await page.getByText(DOWN).count()).toBe(0);

  await takeDown(page);
  await page.goto(`${portal.origin}/overview`);
  await page.getByText(DOWN).waitFor();
  await page.getByText('Last read:').waitFor();
  await page.getByRole('link', { name: /^\d+ Suspended people with roles/ }).click();
  await page.getByRole('link', { name: 'Georg Mayer', exact: true }).waitFor();
  await page.goto(`${portal.origin}/access-reviews`);
  await page.getByRole('link', { name: 'Fjord, autumn' }).click();
  await lines.first().waitFor();
  await page.getByText('Fjord · All roles').waitFor();
  await page
    .getByRole('button', { name: /^Keep / })
    .first()
    .click();
  await page.getByText('The identity service does not answer properly.').waitFor();
  expect(await lines.getByText('Kept').count()).toBe(0);

  portal.logto.controls.clearFaults();
  await page.getByText(DOWN).waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^Keep / })
    .first()
    .click();
  await lines.first().getByText('Kept').waitFor();
});

it('while Logto is down, an admin is told so where the members would be, and sees them once it is back', async () => {
  const page = await signIn(portal, admin, `/organizations/${demo.organizations.halden}/members`);
  await page.locator('tbody tr[data-row-key]').first().waitFor();
  await takeDown(page);
  await page.reload();
  await page.getByText(DOWN).waitFor();
  await page.getByText('This could not be loaded').waitFor();
  portal.logto.controls.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('tbody tr[data-row-key]').first().waitFor();
});
