import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { demo } from '@org-portal/dev-logto';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goWithin } from './harness/go-within.ts';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const portal = await startPortal();
const { halden, kestrel } = demo.organizations;
const base = `/organizations/${halden}`;

const WAYS: ['light' | 'dark', number][] = [
  ['light', 1440],
  ['dark', 390],
  ['dark', 1440],
  ['light', 390],
];
let looks = 0;

/** One for each screen, by turns of the first two. All four: `EVERY_WAY=1 npm test -- --project browser accessibility`. */
const waysNow = () => (process.env['EVERY_WAY'] ? WAYS : [WAYS[(looks += 1) % 2]!]);

/** @returns what axe finds, as rule and element, in each theme and width */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  for (const [colorScheme, width] of waysNow()) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(async () => {
      const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
      // The first draws the change; colours that fade in are none yet.
      await nextFrame();
      await nextFrame();
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      return axe.run({ resultTypes: ['violations'] });
    });
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${colorScheme}, ${width}: ${id}: ${html}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

/** Looks at what is shown once the sign is there. */
async function look(page: Page, name: string, sign: string | RegExp): Promise<void> {
  await page.getByText(sign).first().waitFor();
  expect([name, ...(await faults(page))]).toEqual([name]);
}

/** A few rows are as good as many, and looked through in a fraction of the time. */
function withFewRows(path: string): string {
  const url = new URL(path, portal.origin);
  url.searchParams.set('page_size', '10');
  return url.href;
}

async function visit(page: Page, path: string, sign: string | RegExp): Promise<void> {
  await goWithin(page, withFewRows(path));
  await look(page, path, sign);
}

/** Goes there as a link in an e-mail does. */
async function open(page: Page, path: string, sign: string | RegExp): Promise<void> {
  await page.goto(withFewRows(path));
  await look(page, path, sign);
}

/** Puts a refusal and a change on record. */
async function makeActivity({ members, owner, viewer, role }: Record<string, string>): Promise<void> {
  await fetch(`${members}/${owner}`, { method: 'DELETE' });
  await fetch(`${members}/${viewer}/roles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roleIds: [role] }),
  });
}

/** Invites somebody by e-mail. */
async function invite({
  path,
  invitee,
  role,
}: {
  path: string;
  invitee: string;
  role: string;
}): Promise<void> {
  await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      invitees: [invitee],
      roleIds: [role],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  });
}

/** Has somebody invited by link who cannot be, and tells which import that is. */
async function makeImport(imports: string): Promise<string> {
  const row = { invitee: 'nobody@', roleIds: [], expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
  const reply = await fetch(imports, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'people.csv', language: 'en', by: 'link', rows: [row] }),
  });
  return ((await reply.json()) as { id: string }).id;
}

describe('axe finds nothing, light at 1440 or dark at 390 by turns, on', () => {
  it('the screens of an organization', async () => {
    const page = await signIn(portal, demo.users.admin, `${base}/members`);
    await visit(page, `${base}/members`, 'Ingrid Sørensen');
    await visit(page, `${base}/members?q=no-such-person`, 'Nothing matches');
    await visit(page, `${base}/members/${demo.users.viewer}`, 'What they can do here');
    await visit(page, `${base}/invitations`, 'Pending');
    const id = await page.evaluate(makeImport, `/api${base}/imports`);
    await visit(page, `${base}/imports/${id}`, 'This is not a valid e-mail address');
    await visit(page, `${base}/imports`, 'people.csv');
    await visit(page, `${base}/roles`, 'Above your own roles');
    await visit(page, `/organizations/${kestrel}/activity`, 'Nothing has been changed yet');
    await page.evaluate(makeActivity, {
      members: `/api${base}/members`,
      ...demo.users,
      role: demo.organizationRoles.member,
    });
    await visit(page, `${base}/activity`, 'tried to remove');
    await visit(page, `${base}/activity?from=2020-01-01T00:00:00Z&outcome=refused`, 'tried to remove');
    await page.goto(`${portal.origin}${base}/activity?action=member.roles.change`);
    await page
      .getByRole('link', { name: /^Details/ })
      .first()
      .click();
    await visit(page, new URL(page.url()).pathname, 'Request ID');
    await visit(page, '/organizations/nosuchorg/members', 'There is no such organization');
    await visit(page, '/signed-out', 'You are signed out');
    await visit(page, '/signed-out?everywhere', 'You are signed out on all devices');
    await visit(page, '/no/such/page', 'There is no such page');
  }, 120_000);

  it('its forms and dialogs', async () => {
    const page = await signIn(portal, demo.users.admin, `${base}/invitations`);
    await page.getByText('Last 90 days').waitFor();
    await visit(page, `${base}/invitations#invite`, 'Valid for');
    const invitee = 'to.be.changed@example.com';
    const role = demo.organizationRoles.member;
    await page.evaluate(invite, { path: `/api${base}/invitations`, invitee, role });
    await page.goto(`${portal.origin}${base}/invitations?status=Pending`);
    await page.getByRole('button', { name: 'Last 90 days' }).click();
    await page.getByText('As a table').click();
    await look(page, 'the chart', 'Day (UTC)');
    await page.getByRole('checkbox', { name: 'Select all invitations on this page' }).check();
    await look(page, 'many selected', /\d+ selected/);
    const row = page.getByRole('row').filter({ hasText: invitee });
    await row.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Change roles or expiry' }).click();
    await look(page, 'changing an invitation', 'Save changes');
    await page.keyboard.press('Escape');
    await row.getByRole('link').click();
    await look(page, 'the history of an invitation', /^History:/);
    await visit(page, `${base}/members/${demo.users.admin}`, 'Leave Halden Logistics');
    await page.getByRole('dialog').getByRole('button', { name: 'Leave Halden Logistics' }).click();
    await look(page, 'leaving', 'To come back, you need a new invitation.');
  }, 120_000);

  it('the screens of staff', async () => {
    const page = await signIn(portal, demo.users.support, '/invitations');
    await look(page, 'the queue', 'Halden Logistics');
    await page.getByRole('button', { name: 'Invite to several organizations' }).click();
    const form = page.getByRole('dialog', { name: 'Invite one person to several organizations' });
    await form.getByRole('combobox').last().fill('Atlas');
    await page.locator('.ant-select-item-option', { hasText: 'Atlas' }).last().click();
    await look(page, 'inviting to several organizations', 'Send 1 invitation');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });
    await page.goto(`${portal.origin}/invitations?kind=expired`);
    await page.getByRole('checkbox', { name: 'Select all invitations on this page' }).check();
    await page.getByRole('button', { name: /^Renew \d+ invitations$/ }).click();
    await look(page, 'the reason', /at least 10 characters|Reason/);
    const ops = await signIn(portal, demo.users.ops, '/activity');
    await look(ops, 'activity of all organizations', 'Activity of all organizations');
  }, 120_000);

  it('the people that staff find', async () => {
    const page = await signIn(portal, demo.users.supportLead, '/people');
    await look(page, 'before a search', 'Find a person');
    await visit(page, '/people?q=example.com', 'No account yet');
    await visit(page, '/people?q=no-such-person', 'Nothing matches');
    await visit(page, '/people?q=abc&field=phone', 'This cannot be searched for');
    await visit(page, `/people/${demo.users.viewer}`, '1 membership');
    await page.getByRole('button', { name: 'Suspend' }).click();
    await look(page, 'suspending', 'Reason');
    await visit(page, `/people/${demo.users.suspended}`, 'End suspension');
    await page.goto(`${portal.origin}/people?q=example.com&field=email`);
    await page
      .getByRole('link', { name: /@example.com$/ })
      .nth(1)
      .click();
    await look(page, 'the card of an address', 'No account yet');
    await visit(page, '/people/nosuchperson', 'There is no such person');
  }, 120_000);

  it('the roles and memberships that ops reviews', async () => {
    const page = await signIn(portal, demo.users.ops, '/overview');
    await look(page, 'the overview before anything was read', 'Nothing has been read yet');
    await page.getByRole('button', { name: 'Read all organizations' }).click();
    await look(page, 'the overview', /\d+\s*Suspended people with roles/);
    await visit(page, '/role-review', 'Who holds which role');
    await visit(page, '/memberships?flag=suspended_with_role', 'Georg Mayer');
    await visit(page, '/organizations', 'Atlas Cartography Cooperative');
    await visit(page, `/people/${demo.users.admin}/permissions`, 'What Ingrid Sørensen may do, and why');
  }, 120_000);

  it('the access reviews of ops', async () => {
    const page = await signIn(portal, demo.users.ops, '/access-reviews');
    await look(page, 'before the first review', 'No access review yet');
    await page.goto(`${portal.origin}/access-reviews/begin`);
    await page.getByRole('button', { name: 'Begin review' }).click();
    await look(page, 'the form that begins one', 'Give the review a name.');
    await page.getByLabel('Name').fill('All of Kestrel');
    await page.getByRole('combobox', { name: 'Organizations' }).fill('Kestrel');
    await page.locator('.ant-select-item-option', { hasText: 'Kestrel' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Begin review' }).click();
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await look(page, 'an open review with all of a page selected', 'Undecided');
    await page.keyboard.press('?');
    await look(page, 'its keys', 'Show these keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: /^Select all/ }).waitFor();
    await page.keyboard.press('l');
    await page.locator('tbody tr:focus').waitFor();
    await page.keyboard.press('r');
    await look(page, 'deciding many lines', 'Mark for removal');
    await page.keyboard.press('Enter');
    const path = new URL(page.url()).pathname;
    await page.getByText('20 of ').waitFor();
    await page.getByRole('button', { name: 'Close review' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close review' }).click();
    await look(page, 'a closed review', 'Nothing has been removed yet.');
    await visit(page, `${path}?view=difference`, 'There is nothing to compare with');
    await visit(page, `${path}/print`, 'Printed:');
  }, 120_000);

  it('what somebody who is invited sees', async () => {
    const page = await signIn(portal, demo.users.nobody, '/welcome');
    await look(page, 'the welcome page', 'Decline');
    const admin = await signIn(portal, demo.users.admin, `${base}/members`);
    await admin.evaluate(invite, {
      path: `/api${base}/invitations`,
      invitee: 'new.person@example.com',
      role: demo.organizationRoles.member,
    });
    const link = String(portal.logto.outbox()[0]?.payload['link']);
    const { pathname, hash } = new URL(link);
    await open(page, pathname + hash, 'Sign in with another account');
    await page.context().clearCookies();
    await page.reload();
    await look(page, 'a link', 'Accept invitation');
    await page.getByRole('button', { name: 'Decline' }).click();
    await look(page, 'declined', 'You declined this invitation');
    await page.evaluate((cut) => (location.hash = cut), hash.slice(0, -5));
    await look(page, 'a link that was cut', 'There is no such invitation');
  }, 120_000);
});
