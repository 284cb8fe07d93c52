import { createRequire } from 'node:module';
import { demo } from '@org-portal/dev-logto';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const portal = await startPortal();
const base = `/organizations/${demo.organizations.halden}`;

/** @returns what axe finds, as rule and element */
async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Colours that fade in are none yet. */
async function faultsAtRest(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return faults(page);
}

/** Shows a screen, waits until it is there, and looks. */
async function look(page: Page, path: string, sign: string): Promise<void> {
  await page.goto(portal.origin + path);
  await page.getByText(sign).first().waitFor();
  expect([path, ...(await faultsAtRest(page))]).toEqual([path]);
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

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing, %s and %i wide, on', (colorScheme, width) => {
  it('the screens of an organization, their forms and dialogs', async () => {
    const page = await signIn(portal, demo.users.admin, `${base}/members`, {
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await look(page, `${base}/members`, 'Ingrid Sørensen');
    await look(page, `${base}/members?q=no-such-person`, 'Nothing matches');
    await look(page, `${base}/members/${demo.users.viewer}`, 'What they can do here');
    await look(page, `${base}/invitations`, 'Pending');
    await look(page, `${base}/invitations#invite`, 'Valid for');
    const id = await page.evaluate(makeImport, `/api${base}/imports`);
    await look(page, `${base}/imports/${id}`, 'This is not a valid e-mail address');
    await look(page, `${base}/imports`, 'people.csv');
    await look(page, `${base}/roles`, 'Above your own roles');
    await look(page, `/organizations/${demo.organizations.kestrel}/activity`, 'Nothing has been changed yet');
    await page.evaluate(makeActivity, {
      members: `/api${base}/members`,
      ...demo.users,
      role: demo.organizationRoles.member,
    });
    await look(page, `${base}/activity`, 'tried to remove');
    await look(page, `${base}/activity?from=2020-01-01T00:00:00Z&outcome=refused`, 'tried to remove');
    await page.goto(`${portal.origin}${base}/activity?action=member.roles.change`);
    await page
      .getByRole('link', { name: /^Details/ })
      .first()
      .click();
    await look(page, new URL(page.url()).pathname, 'Request ID');
    await look(page, `${base}/members/${demo.users.admin}`, 'Leave Halden Logistics');
    await page.getByRole('dialog').getByRole('button', { name: 'Leave Halden Logistics' }).click();
    await page.getByText('To come back, you need a new invitation.').waitFor();
    expect(['leaving', ...(await faultsAtRest(page))]).toEqual(['leaving']);
    await look(page, '/organizations/nosuchorg/members', 'There is no such organization');
    await look(page, '/signed-out', 'You are signed out');
    await look(page, '/signed-out?everywhere', 'You are signed out on all devices');
    await look(page, '/no/such/page', 'There is no such page');
  }, 120_000);

  it('the screens of staff', async () => {
    const page = await signIn(portal, demo.users.ops, '/activity', {
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await look(page, '/activity', 'Activity of all organizations');
  }, 60_000);
});
