import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { operate } from './harness/operate.ts';
import { startPortal } from './harness/portal.ts';
import { signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const limited = await startPortal({ SUPPORT_ORGANIZATIONS: demo.organizations.kestrel });
const { support, supportLead, ops, viewer, soleAdmin, admin, nobody } = demo.users;
const REASON = 'Ticket 4711, by phone';

/** Invites somebody who has no account, from the page of support. @returns the address */
async function invite(page: Page, invitee: string, organizationId: string): Promise<string> {
  const body = {
    invitee,
    organizations: [{ organizationId, roleIds: [demo.organizationRoles.viewer] }],
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  };
  const reply = await page.request.post(new URL('/api/invitations', page.url()).href, {
    data: body,
    headers: { 'portal-reason': encodeURIComponent(REASON), origin: new URL(page.url()).origin },
  });
  expect(JSON.stringify(await reply.json())).toContain('"Pending"');
  return invitee;
}

describe('support', () => {
  it('finds a person by what they know, and keeps the search in the address', async () => {
    const page = await signIn(portal, support, '/people');
    await page.getByRole('heading', { name: 'Find a person' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('TOMAS.herrera');
    await page.getByRole('link', { name: 'Tomás Herrera-Quiñones' }).waitFor();
    await page.waitForURL('**/people?q=TOMAS.herrera');
    await page.getByRole('checkbox', { name: 'Match case' }).check();
    await page.getByText('Nothing matches “TOMAS.herrera”').waitFor();
    await page.waitForURL('**/people?q=TOMAS.herrera&sensitive=true');
    await page.goBack();
    await page.getByRole('link', { name: 'Tomás Herrera-Quiñones' }).click();
    await page.getByRole('heading', { name: 'Tomás Herrera-Quiñones' }).waitFor();
    await page.getByRole('link', { name: 'Halden Logistics' }).waitFor();
    await page.getByRole('link', { name: 'Back to the search' }).click();
    await page.waitForURL('**/people?q=TOMAS.herrera');
    await page.getByRole('combobox', { name: 'Where to search' }).click();
    await page.getByText('Telephone number', { exact: true }).click();
    await page.getByRole('heading', { name: 'This cannot be searched for' }).waitFor();
  });

  it('opens the card of an address without account, and helps in, with one reason for all of it', async () => {
    const page = await signIn(portal, support, '/people');
    const address = await invite(page, 'no.account@people.example', demo.organizations.pine);
    await page.getByRole('searchbox', { name: 'Search people' }).fill('no.account');
    await page.getByText('1 pending invitation').waitFor();
    await page.getByRole('link', { name: address }).click();
    await page.getByText('No account yet').waitFor();

    await page.getByRole('button', { name: 'Resend the invitation to Pine & Patchwork' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Resend 1 invitation' }).click();
    await dialog.getByText('Give a reason of at least 10 characters.').waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(REASON);
    await dialog.getByRole('button', { name: 'Resend 1 invitation' }).click();
    await dialog.getByText('1 invitation sent').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();

    await page.getByRole('button', { name: 'Invite to organizations' }).click();
    const form = page.getByRole('dialog', { name: `Invite ${address}` });
    for (const name of ['Atlas', 'Lumen']) {
      await form.getByRole('combobox', { name: 'Organizations and roles' }).click();
      await page.keyboard.type(name);
      await page
        .getByTitle(new RegExp(`^${name}`))
        .last()
        .click();
    }
    await form.getByRole('combobox', { name: /^Roles in Atlas/ }).click();
    await page.getByTitle('viewer').last().click();
    await page.keyboard.press('Escape');
    await form.getByRole('combobox', { name: /^Roles in Lumen/ }).click();
    await page.getByTitle('viewer').last().click();
    await page.keyboard.press('Escape');
    expect(await form.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(REASON);
    await form.getByRole('button', { name: 'Send 2 invitations' }).click();
    await form.getByText('2 invitations sent').waitFor();
    await form.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: '3 invitations' }).waitFor();

    await page.getByRole('button', { name: /^Revoke the invitation to Atlas/ }).click();
    const revoking = page.getByRole('dialog');
    expect(await revoking.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(REASON);
    await revoking.getByRole('button', { name: 'Revoke 1 invitation' }).click();
    await revoking.getByText('1 invitation revoked').waitFor();
    await revoking.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
  });

  it('reads many invitations of one address page by page', async () => {
    const address = 'often.invited@people.example';
    for (let nth = 0; nth < 21; nth += 1) {
      const { id } = await operate<{ id: string }>(portal.logto, 'POST', '/organization-invitations', {
        organizationId: demo.organizations.kestrel,
        invitee: address,
        organizationRoleIds: [],
        expiresAt: Date.now() + 86_400_000,
      });
      const status = { status: 'Revoked' };
      await operate(portal.logto, 'PUT', `/organization-invitations/${id}/status`, status);
    }
    const page = await signIn(portal, support, `/people/at?email=${encodeURIComponent(address)}`);
    const table = page.getByRole('table', { name: '21 invitations' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(21);
    await page.getByRole('navigation', { name: 'Pages: 21 invitations' }).getByTitle('2').click();
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
  });

  it('signs somebody out, and is not offered to suspend', async () => {
    const theirs = await signIn(portal, viewer, '/');
    const page = await signIn(portal, support, `/people/${viewer}`);
    await page.getByRole('heading', { name: 'Tomás Herrera-Quiñones' }).waitFor();
    expect(await page.getByRole('button', { name: /Suspend/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Halden Logistics' }).click();
    await page.getByRole('link', { name: 'Everything about this person' }).click();
    await page.waitForURL(`**/people/${viewer}`);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill(REASON);
    await page.getByRole('button', { name: 'End all sessions and app access' }).click();
    await page.getByText('Tomás Herrera-Quiñones was signed out everywhere').waitFor();
    expect((await theirs.request.get(`${portal.origin}/api/session`)).status()).toBe(401);
  });

  it('with the right suspends and ends that, but not the last admin of an organization', async () => {
    const page = await signIn(portal, supportLead, `/people/${viewer}`);
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('Suspended', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'End suspension' }).click();
    const dialog = page.getByRole('dialog', { name: /^End the suspension/ });
    expect(await dialog.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(REASON);
    await dialog.getByRole('button', { name: 'End suspension' }).click();
    await page.getByText('Active', { exact: true }).waitFor();

    await page.goto(`${portal.origin}/people/${soleAdmin}`);
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page
      .getByText(/This is the last admin of Atlas Cartography/)
      .first()
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Active', { exact: true }).waitFor();

    await page.goto(`${portal.origin}/people/${supportLead}`);
    await page.getByRole('heading', { name: 'Aoife Byrne' }).waitFor();
    expect(await page.getByRole('button', { name: /Suspend|Sign out/ }).count()).toBe(0);
  });
});

describe('support of some organizations', () => {
  it('finds who is there and nobody else, and sees nothing of other organizations', async () => {
    const page = await signIn(limited, supportLead, '/people?q=ingrid.sorensen');
    await page.getByRole('link', { name: 'Ingrid Sørensen' }).click();
    await page.getByRole('heading', { name: '1 membership' }).waitFor();
    await page.getByText(/organizations that you look after is shown/).waitFor();
    expect(await page.getByText('Halden Logistics').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Sign out everywhere' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /Suspend/ }).count()).toBe(0);
    for (const id of [soleAdmin, 'nosuchperson', 'at?email=haruto.tanaka%40atlas-cartography.example']) {
      await page.goto(`${limited.origin}/people/${id}`);
      await page.getByRole('heading', { name: 'There is no such person' }).waitFor();
    }
    await page.goto(`${limited.origin}/people?q=haruto.tanaka`);
    await page.getByText('Nothing matches “haruto.tanaka”').waitFor();
  });
});

describe('ops', () => {
  it('looks, changes nothing, and reads what was done to a person', async () => {
    const page = await signIn(portal, ops, `/people?q=${nobody}&field=id&match=exact`);
    await page.getByRole('link', { name: '林晓雨' }).click();
    await page.getByRole('heading', { name: /invitation/ }).waitFor();
    expect(
      await page.getByRole('button', { name: /Sign out|Suspend|Invite|Resend|Renew|Revoke/ }).count(),
    ).toBe(0);
    await page.goto(`${portal.origin}/activity`);
    await page
      .getByText(/signed .* out everywhere/)
      .first()
      .waitFor();
    await page.getByText(REASON).first().waitFor();
  });

  it('and whoever is no staff finds no such page', async () => {
    const page = await signIn(portal, admin, '/people');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });
});
