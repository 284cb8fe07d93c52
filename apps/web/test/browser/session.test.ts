import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './harness/chromium.ts';
import { startPortal } from './harness/portal.ts';
import { chooseAccount, signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { admin, nobody, owner } = demo.users;
const members = `/organizations/${halden}/members`;

describe('the session', () => {
  it('ends with signing out, and coming back means signing in', async () => {
    const page = await signIn(portal, admin, members);
    await page.getByRole('button', { name: /Account and settings/ }).click();
    await page.getByText('Sign out', { exact: true }).click();
    await page.waitForURL(`${portal.origin}/signed-out`);
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.goto(portal.origin + members);
    await page.waitForURL(`${portal.logto.origin}/**`);
  });

  it('that is over leads to sign-in, then back to the same page', async () => {
    const path = `${members}?page=3`;
    const page = await signIn(portal, admin, path);
    await page.getByText('41–60 of 2,400').first().waitFor();
    await page.context().clearCookies();
    await page.getByTitle('4', { exact: true }).click();
    await page.waitForURL(`${portal.logto.origin}/**`);
    await chooseAccount(page, admin);
    await page.waitForURL((url) => url.origin === portal.origin);
    await page.getByText('61–80 of 2,400').first().waitFor();
  });

  it('ends on all devices at once, after a question that says so', async () => {
    const [here, there] = await Promise.all([signIn(portal, admin, members), signIn(portal, admin, members)]);
    await there.getByText('1–20 of 2,400').first().waitFor();
    await here.getByRole('button', { name: /Account and settings/ }).click();
    await here.getByText('Sign out everywhere…').click();
    const question = here.getByRole('dialog', { name: 'Sign out everywhere?' });
    await question.getByText('including apps that stay signed in').waitFor();
    await question.getByRole('button', { name: 'End all sessions and app access' }).click();
    await here.getByRole('heading', { name: 'You are signed out on all devices' }).waitFor();
    await there.getByTitle('2', { exact: true }).click();
    await there.waitForURL(`${portal.logto.origin}/**`);
  });

  // Logto fails before sign-in and in the middle of it; the page must say so and lead on.
  it.each([
    ['before it begins', '/oidc/.well-known/openid-configuration'],
    ['on the way back', 'POST /oidc/token'],
  ])('that Logto breaks off %s says so and offers another try', async (_when, path) => {
    const fresh = await startPortal();
    const page = await (await openBrowser()).newPage();
    fresh.logto.controls.fail(path, { kind: 'status', status: 503 });
    await page.goto(`${fresh.origin}${members}`);
    if (path.startsWith('POST')) await chooseAccount(page, admin);
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.getByText('The identity service does not answer properly. Try again in a moment.').waitFor();
    await page
      .getByText(/[0-9a-f]{8}-[0-9a-f-]{27}/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    if (!path.startsWith('POST')) await chooseAccount(page, admin);
    await page.waitForURL(`${fresh.origin}/organizations/**`);
    await page.getByText('1–20 of').first().waitFor();
  });

  it('that could not begin says so and offers another try', async () => {
    const context = await openBrowser();
    const page = await context.newPage();
    const id = '44da969a-79f2-4381-8d7f-87bb9df1b8a1';
    await page.goto(`${portal.origin}/signed-out?problem=sign_in.failed&instance=${id}`);
    await page.getByText('Signing in did not work. Try again.').waitFor();
    await page.getByText(id).waitFor();
    await page
      .getByRole('button', { name: 'Sign in again' })
      .or(page.getByRole('link', { name: 'Sign in again' }))
      .click();
    await page.waitForURL(`${portal.logto.origin}/**`);
  });
});

// Attack: a link to the portal's own page that tells people, in the place of a request id, where to call.
it('what is not a request id is not shown as one', async () => {
  const page = await (await openBrowser()).newPage();
  const text = 'Your account is locked. Call +1 555 0100';
  const query = new URLSearchParams({ problem: 'sign_in.failed', instance: text });
  await page.goto(`${portal.origin}/signed-out?${query}`);
  await page.getByText('Signing in did not work. Try again.').waitFor();
  expect(await page.getByText('Call +1 555').count()).toBe(0);
  expect(await page.getByText('Request ID').count()).toBe(0);
});

describe('two tabs of one browser', () => {
  /** As in another tab, after signing out of Logto there. */
  const signInAgain = async (page: Page, userId: string) => {
    const context = page.context();
    await context.clearCookies({ name: /^_/ });
    const chooser = await context.request.get(`${portal.origin}/auth/sign-in`);
    const home = await context.request.post(chooser.url(), { form: { userId } });
    expect(home.url()).toBe(`${portal.origin}/`);
  };

  it('a tab whose session is somebody else’s says so, and does nothing in their name', async () => {
    const page = await signIn(portal, admin, members);
    await page.getByText('1–20 of 2,400').first().waitFor();
    await signInAgain(page, owner);
    await page.getByTitle('2', { exact: true }).click();
    await page.getByText('You are now signed in as Amara Okafor').waitFor();
    await page.getByRole('button', { name: /Amara Okafor/ }).waitFor();
  });

  it('a tab that opens as somebody else has the others reload at once', async () => {
    const page = await signIn(portal, admin, members);
    await page.getByText('1–20 of 2,400').first().waitFor();
    await signInAgain(page, owner);
    const other = await page.context().newPage();
    await other.goto(portal.origin + members);
    await page.getByText('You are now signed in as Amara Okafor').waitFor();
    expect(await other.getByText('You are now signed in as').count()).toBe(0);
  });

  it('signing out in one, the other shows nothing any more', async () => {
    const page = await signIn(portal, admin, members);
    const other = await page.context().newPage();
    await other.goto(portal.origin + members);
    await other.getByText('1–20 of 2,400').first().waitFor();
    await page.getByRole('button', { name: /Account and settings/ }).click();
    await page.getByText('Sign out', { exact: true }).click();
    await other.waitForURL(`${portal.origin}/signed-out`);
    await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await other.getByText('1–20 of 2,400').count()).toBe(0);
  });
});

it('somebody who belongs to no organization is told, and joins the one that invites', async () => {
  const page = await signIn(portal, nobody, '/');
  await page.getByText('You do not belong to any organization yet').waitFor();
  await page.getByRole('button', { name: 'Join Kestrel Analytics' }).click();
  await page.waitForURL(`**/organizations/${demo.organizations.kestrel}/members`);
  await page.getByText('1–20 of 184').first().waitFor();
});

it('the portal speaks Chinese, on Logto’s page too', async () => {
  const page = await signIn(portal, admin, members, { locale: 'zh-CN' });
  await page.getByRole('heading', { name: '成员' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

it('an address that is none says so', async () => {
  const context = await openBrowser();
  const page = await context.newPage();
  await page.goto(`${portal.origin}/no/such/page`);
  await page.getByText('There is no such page').waitFor();
});
