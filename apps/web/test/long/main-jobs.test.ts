import { demo, demoAccounts } from '@org-portal/dev-logto';
import { describe, expect, test } from 'vitest';
import { startPortal } from '../browser/harness/portal.ts';
import { hasFirefox, openFirefox } from './firefox.ts';
import type { Place } from './place.ts';
import { hasWebKit, openWebKit } from './webkit.ts';

/* The main job of each role, in the browsers that the other tests do not use. */

const { halden, pine } = demo.organizations;
const { admin, ops, support } = demo.users;
const desk = { width: 1440, height: 900 };

const browsers = [
  ['Firefox', openFirefox, hasFirefox, await startPortal()],
  ['WebKitGTK', openWebKit, hasWebKit, await startPortal()],
] as const;

describe.each(browsers)('in %s', { timeout: 120_000 }, (browser, open, isThere, portal) => {
  const addressees = () => portal.logto.outbox().map(({ to }) => to);
  const it = test.skipIf(!isThere);
  const signIn = async (userId: string, path: string): Promise<Place> => {
    const screen = await open(desk);
    await screen.driver.goto(`${portal.origin}/auth/sign-in?${new URLSearchParams({ returnTo: path })}`);
    const name = demoAccounts.find(({ id }) => id === userId)?.name ?? userId;
    await screen.role('button', name).click();
    return screen;
  };
  /** Opens the form and fills in addresses, each with the role viewer. @returns the form */
  const fillIn = async (screen: Place, organization: string, ...addresses: string[]): Promise<Place> => {
    await screen.role('button', 'Invite people').click();
    const form = screen.role('dialog', `Invite people to ${organization}`);
    await form.label('E-mail addresses').type(addresses.map((one) => `${one} `).join(''));
    await form.role('checkbox', /^viewer/).click();
    return form;
  };
  const address = (name: string) => `${name}.${browser.toLowerCase()}@example.com`;

  it('an admin invites two people, takes one invitation back, and finds it in the activity', async () => {
    const screen = await signIn(admin, `/organizations/${halden}/invitations`);
    const form = await fillIn(screen, 'Halden Logistics', address('one'), address('two'));
    await form.role('button', 'Send 2 invitations').click();
    await form.role('heading', '2 invitations sent').there();
    await form.role('button', 'Done').click();
    await form.gone();
    expect(addressees()).toEqual(expect.arrayContaining([address('one'), address('two')]));

    await screen.role('button', `More for ${address('two')}`).click();
    await screen.role('menuitem', 'Revoke').click();
    await screen.role('button', 'Revoke invitation').click();
    await screen.role('row', new RegExp(`${address('two')}.*Revoked`)).there();
    await screen.role('link', 'Activity').click();
    await screen.text(/revoked/i).there();
  });

  it('support invites into an organization of no one, after saying why', async () => {
    const screen = await signIn(support, `/organizations/${pine}/invitations`);
    const form = await fillIn(screen, 'Pine & Patchwork', address('customer'));
    await form.role('textbox', /^Reason/).type('ticket 4711: the customer asked for it by phone');
    await form.role('button', 'Send 1 invitation').click();
    await form.role('heading', '1 invitation sent').there();
    expect(addressees()).toContain(address('customer'));
  });

  it('ops has all organizations read, and comes from a number to its list', async () => {
    const screen = await signIn(ops, '/overview');
    await screen.role('button', 'Read all organizations').click();
    await screen.role('link', /^\d+ Suspended people with roles/).click();
    await screen.role('link', 'Georg Mayer').there();
    expect(await screen.driver.url()).toContain('/memberships?flag=suspended_with_role');
  });

  it('an invited person accepts on a phone: one button, a username, and they are in', async () => {
    const inviter = await signIn(admin, `/organizations/${halden}/invitations`);
    const form = await fillIn(inviter, 'Halden Logistics', address('new'));
    await form.role('button', 'Send 1 invitation').click();
    await form.role('heading', '1 invitation sent').there();
    // WebKitGTK has one window at a time.
    await inviter.driver.close();
    const mail = portal.logto.outbox().find(({ to }) => to === address('new'));

    const screen = await open({ width: 390, height: 844 });
    await screen.driver.goto(String(mail?.payload['link']));
    await screen.role('heading', 'Ingrid Sørensen invites you to Halden Logistics').there();
    await screen.role('button', 'Accept invitation').click();
    await screen.label('Username').type(`new${browser.toLowerCase()}`);
    await screen.role('button', 'Create account').click();
    await screen.role('heading', 'Members').there();
  });
});
