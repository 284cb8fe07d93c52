import { demoAccounts } from '@org-portal/dev-logto';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { openBrowser } from './chromium.ts';

/** Clicks the person on the sign-in page that the browser is on. */
export async function chooseAccount(page: Page, userId: string): Promise<void> {
  const account = demoAccounts.find(({ id }) => id === userId);
  await page.getByRole('button', { name: account?.name ?? userId }).click();
}

/**
 * Signs in, without showing Logto's page, and opens a page of the portal.
 * The test fails when the page asks another host for anything, a script of it fails, or its Content-Security-Policy
 * keeps something out.
 */
export async function signIn(
  { origin, logto }: { origin: string; logto: { origin: string } },
  userId: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await openBrowser(options);
  const page = await context.newPage();
  await watch(context, page, [origin, logto.origin]);
  const { request } = context;
  const chooser = await request.get(`${origin}/auth/sign-in`);
  expect(new URL(chooser.url()).origin).toBe(logto.origin);
  expect((await request.post(chooser.url(), { form: { userId } })).url()).toBe(`${origin}/`);
  await page.goto(origin + path);
  return page;
}

async function watch(context: BrowserContext, page: Page, origins: string[]): Promise<void> {
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !origins.includes(url.origin)) faults.push(`asked ${url.href}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) faults.push(message.text());
  });
  await context.exposeFunction('reportViolation', (text: string) => faults.push(text));
  await context.addInitScript(() => {
    const { reportViolation } = globalThis as unknown as { reportViolation(text: string): void };
    document.addEventListener('securitypolicyviolation', (event) =>
      reportViolation(`kept out: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  onTestFinished(() => expect(faults).toEqual([]));
}
