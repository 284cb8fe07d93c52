import { chromium } from 'playwright-core';
import { withPortal } from './portal.mjs';
import { atMost } from './result.mjs';

const MEMBERS_VIEW = /\/organizations\/[^/]+\/members$/;
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const KB = 1000;

/**
 * What a signed-in person's browser loads, with an empty cache, until the members are on the screen: JavaScript and
 * CSS as they come over the wire, headers and all, in a real browser from the built portal.
 * @param {import('./measure.mjs').Bench} bench
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export async function membersViewSize({ chromium: executablePath, signal }) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const files = await withPortal(signal, (url, people) => load(browser, url, people[0]?.id ?? ''));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const uncompressed = files.filter(({ encoding }) => encoding !== 'br').length;
    return [
      atMost({
        name: 'members view: JavaScript and CSS',
        figure: Math.round(bytes / KB),
        unit: 'KB',
        atMost: 320,
      }),
      atMost({
        name: 'members view: files not served as brotli',
        figure: uncompressed,
        unit: 'files',
        atMost: 0,
      }),
    ];
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url the portal's
 * @param {string} person id of a demo person with members to see
 */
async function load(browser, url, person) {
  const signedIn = await browser.newContext();
  const first = await signedIn.newPage();
  await first.goto(`${url}/auth/sign-in?returnTo=/`);
  await first.click(`button[value="${person}"]`);
  await first.waitForURL(MEMBERS_VIEW);
  const fresh = await browser.newContext({
    storageState: { cookies: await signedIn.cookies(), origins: [] },
  });
  const page = await fresh.newPage();
  const files = await scriptsAndStyles(page);
  await page.goto(first.url());
  await page.getByRole('row').nth(1).waitFor();
  await page.waitForLoadState('networkidle');
  return files();
}

/**
 * Listens to what a page loads.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<() => { url: string, encoding: string, bytes: number }[]>} call it when all is loaded
 */
async function scriptsAndStyles(page) {
  const network = await page.context().newCDPSession(page);
  /** @type {Map<string, { url: string, encoding: string, bytes: number }>} */
  const files = new Map();
  network.on('Network.responseReceived', ({ requestId, response: { url, mimeType, headers } }) => {
    if (!/javascript|css/.test(mimeType)) return;
    files.set(requestId, { url, encoding: headers['content-encoding'] ?? 'none', bytes: 0 });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await network.send('Network.enable');
  return () => [...files.values()];
}
