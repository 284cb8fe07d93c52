import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page is gone before optimized code would pay, and all pages are the same two sites: half the time.
  '--js-flags=--no-opt --no-maglev',
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  '--in-process-gpu',
  // The last of two such lists counts: some of Playwright's own, and the windows' address bars, which are pages too.
  `--disable-features=${['HttpsUpgrades', 'PaintHolding', 'MediaRouter', 'OptimizationHints', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'].join()}`,
];

/** Where a failed test leaves what its pages showed. */
const PICTURES = fileURLToPath(new URL('../../../../../.cache/browser', import.meta.url));

/** Of all test files that this process runs; it ends with it. */
let browser: Promise<Browser> | undefined;

/** A window with a fresh profile, for one test. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const context = await (
    await browser
  ).newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(context, task.name);
    await context.close();
  });
  return context;
}

async function takePictures(context: BrowserContext, test: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: join(PICTURES, `${test.replace(/\W+/g, '-')}-${index}.png`) });
  }
}
