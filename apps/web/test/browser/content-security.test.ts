import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demo } from '@org-portal/dev-logto';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBrowser } from './harness/chromium.ts';
import { goWithin } from './harness/go-within.ts';
import { startPortal } from './harness/portal.ts';
import { chooseAccount, signIn } from './harness/sign-in.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { admin, nobody, ops, support, viewer } = demo.users;
const base = `/organizations/${halden}`;
/** What moves comes with style sheets of its own. */
const MOVING = { reducedMotion: 'no-preference' } as const;

/** Shows a screen and waits until it is there. */
async function look(page: Page, path: string, sign: string): Promise<void> {
  await goWithin(page, portal.origin + path);
  await page.getByText(sign).first().waitFor();
}

/** Opens a dialog by its button, waits until it is there, and closes it. */
async function openDialog(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // The page behind it must not scroll: antd says so in a style sheet of its own.
  expect(await page.evaluate(() => getComputedStyle(document.body).overflowY)).toBe('hidden');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** Goes wherever the navigation leads. */
async function followNavigation(page: Page): Promise<void> {
  const links = page.getByRole('navigation').getByRole('link');
  await links.first().waitFor();
  for (const link of await links.all()) {
    await link.click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
  }
}

// accessibility.test.ts shows the screens in the dark theme too, and fails in the same way.
describe('no style sheet is kept out of', () => {
  it('the screens and dialogs of an admin', async () => {
    const page = await signIn(portal, admin, `${base}/members`, MOVING);
    await look(page, `${base}/members`, 'Ingrid Sørensen');
    await openDialog(page, /^Change roles/);
    await openDialog(page, /^Remove (?!Amara)/);
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await look(page, `${base}/members?q=no-such-person`, 'Nothing matches');
    await look(page, `${base}/members/${viewer}`, 'What they can do here');
    await look(page, `${base}/invitations?status=Pending`, 'Pending');
    await page
      .getByRole('row', { name: /\bviewer\b/ })
      .first()
      .getByRole('button', { name: /^More for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke invitation' }).waitFor();
    await page.keyboard.press('Escape');
    await openDialog(page, 'Invite people');
    await page.getByRole('button', { name: 'Invite people' }).click();
    await page.getByText('Until a date').click();
    await page.getByLabel('Last day').click();
    await look(page, `${base}/roles`, 'Above your own roles');
    await followNavigation(page);
    await page.getByRole('combobox', { name: 'Organization' }).click();
    await page.getByTitle('Kestrel Analytics').last().hover();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Account and settings/ }).click();
    await page.getByText('Sign out everywhere…').click();
    await page.getByRole('dialog', { name: 'Sign out everywhere?' }).waitFor();
    await page.keyboard.press('Escape');
    await goWithin(page, `${portal.origin}${base}/activity`);
    await page.getByRole('combobox', { name: 'Filter by who did it' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem').first().waitFor();
    await look(page, '/organizations/nosuchorg/members', 'There is no such organization');
    await look(page, '/signed-out', 'You are signed out');
    await look(page, '/signed-out?problem=upstream.failed&instance=x', 'You are not signed in');
    await look(page, '/no/such/page', 'There is no such page');
  }, 120_000);

  it('a change and what is said of it', async () => {
    const page = await signIn(portal, admin, `${base}/invitations?status=Pending`, MOVING);
    await page
      .getByRole('row', { name: /\bviewer\b/ })
      .first()
      .getByRole('button', { name: /^Resend/ })
      .click();
    await page
      .locator('.ant-notification')
      .getByText(/was sent again/)
      .first()
      .waitFor();
  });

  it('the cards and the drawer of a phone', async () => {
    const page = await signIn(portal, admin, `${base}/members`, {
      ...MOVING,
      viewport: { width: 390, height: 800 },
    });
    await page.getByText('Ingrid Sørensen').first().waitFor();
    await page
      .getByRole('button', { name: /navigation|menu/i })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await look(page, `${base}/invitations`, 'Pending');
    await look(page, `${base}/roles`, 'Above your own roles');
  });

  it.each([
    ['support', support, `${base}/invitations`],
    ['ops', ops, `${base}/members`],
    ['somebody who was invited', nobody, '/welcome'],
  ])('the pages of %s', async (name, userId, path) => {
    const page = await signIn(portal, userId, path, { ...MOVING, locale: 'zh-CN' });
    if (name === 'somebody who was invited') await page.getByRole('button').first().waitFor();
    else await followNavigation(page);
  });
});

/** Another site, which takes down what it is asked for. */
async function startElsewhere(): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, asked };
}

const injections = (elsewhere: string): [string, string][] => [
  ['an inline script', `<script>globalThis.hurt = true</script>`],
  ['a script with a made-up nonce', `<script nonce="abc">globalThis.hurt = true</script>`],
  ['a script as data', `<script src="data:text/javascript,globalThis.hurt = true"></script>`],
  ['a module', `<script type="module">globalThis.hurt = true</script>`],
  ['a handler', `<img src="/nothing" onerror="globalThis.hurt = true">`],
  ['a script in a frame', `<iframe srcdoc="<script>parent.hurt = true</script>"></iframe>`],
  ['a script from elsewhere', `<script src="${elsewhere}/x.js"></script>`],
  ['an object', `<object data="data:text/html,<script>parent.hurt = true</script>"></object>`],
  ['a frame of elsewhere', `<iframe src="${elsewhere}/frame"></iframe>`],
  ['a link that is a script', `<a href="javascript:globalThis.hurt = true" class="injected">x</a>`],
  ['a style sheet', `<style class="injected">body { outline: 7px solid red }</style>`],
  [
    'a style sheet with a made-up nonce',
    `<style nonce="abc" class="injected">body { outline: 7px solid red }</style>`,
  ],
  ['a style attribute', `<p style="outline: 7px solid red" class="injected">x</p>`],
  ['a style sheet from elsewhere', `<link rel="stylesheet" href="${elsewhere}/x.css">`],
  ['an image from elsewhere', `<img src="${elsewhere}/x.png?stolen">`],
  ['another base', `<base href="${elsewhere}/">`],
  ['a form to elsewhere', `<form action="${elsewhere}/"><button class="injected">x</button></form>`],
];

describe('what gets into a page', () => {
  /** A page of somebody who is signed in; here it is meant to complain. */
  const openPage = async () => {
    const page = await (await openBrowser()).newPage();
    await page.goto(portal.origin + `${base}/members`);
    await chooseAccount(page, admin);
    await page.getByText('1–20 of').first().waitFor();
    return page;
  };

  // Attack: a name, a brand or an answer of Logto that ends up in the page as HTML.
  it('does nothing', async () => {
    const elsewhere = await startElsewhere();
    const page = await openPage();
    for (const [name, html] of injections(elsewhere.origin)) {
      const complaint = page.waitForEvent('console', (message) =>
        message.text().includes('Content Security Policy'),
      );
      await page.evaluate((text) => {
        // Parsed like a page that came with it: scripts that `innerHTML` makes never run.
        document.body.append(document.createRange().createContextualFragment(text));
        document.querySelector<HTMLElement>('a.injected, button.injected')?.click();
      }, html);
      await complaint;
      const done = await page.evaluate(() => {
        const changed = [document.body, ...document.querySelectorAll('.injected')].filter(
          (one) => getComputedStyle(one).outlineWidth === '7px',
        );
        for (const one of document.querySelectorAll('.injected')) one.remove();
        return { isHurt: 'hurt' in globalThis, changed: changed.length };
      });
      const { origin } = new URL(page.url());
      expect({ name, ...done, origin, asked: elsewhere.asked }).toEqual({
        name,
        isHurt: false,
        changed: 0,
        origin: portal.origin,
        asked: [],
      });
    }
  });

  // Attack: an injected element reads the nonce from the page and uses it.
  it('cannot read the nonce, which is another one each time', async () => {
    const page = await openPage();
    const nonces = await page.evaluate(() =>
      [...document.querySelectorAll('[nonce]')].map((element) => element.getAttribute('nonce')),
    );
    expect(new Set(nonces)).toEqual(new Set(['']));
    const asPage = { headers: { accept: 'text/html' } };
    const policies = await Promise.all(
      [0, 1].map(
        async () => (await page.request.get(portal.origin, asPage)).headers()['content-security-policy'],
      ),
    );
    expect(policies[0]).toMatch(/style-src 'self' 'nonce-[\w+/]{22}=='/);
    expect(policies[0]).not.toBe(policies[1]);
    expect(policies.join()).not.toContain('unsafe');
  });

  // Attack: the portal in an invisible frame of another site, under the visitor's clicks.
  it('is framed by nobody', async () => {
    const page = await openPage();
    await page.setContent(`<iframe src="${portal.origin}/"></iframe>`);
    const frame = page.frames()[1]!;
    await page.waitForFunction(() => document.readyState === 'complete');
    expect(frame.url()).not.toBe(`${portal.origin}/`);
  });
});
