import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { findFirefox } from '../../../../scripts/services/find.mjs';
import { closeAfterwards, Place, type Driver } from './place.ts';

const firefox = findFirefox(process.env);
export const hasFirefox = firefox !== undefined;

let browser: Promise<Browser> | undefined;
afterAll(async () => void (await (await browser)?.close()));

/** A window of Firefox with a fresh profile, for one test, which fails when a script of the page fails. */
export async function openFirefox(viewport: { width: number; height: number }): Promise<Place> {
  browser ??= puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox ?? '',
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US', 'ui.prefersReducedMotion': 1 },
  });
  const context = await (await browser).createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  onTestFinished(() => expect(faults).toEqual([]));
  const driver: Driver = {
    goto: async (url) => void (await page.goto(url)),
    url: () => Promise.resolve(page.url()),
    evaluate: (expression) => page.evaluate(expression),
    press: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    picture: () => page.screenshot({ encoding: 'base64' }),
    close: async () => (context.closed ? undefined : context.close()),
  };
  closeAfterwards(driver, 'firefox');
  return new Place(driver);
}
