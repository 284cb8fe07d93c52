import { chromium } from 'playwright-core';
import { freePort } from '../scripts/process/free-port.mjs';
import { newPortalData } from '../scripts/services/prepared-data.mjs';
import { startLogto } from '../scripts/start/embedded-logto.mjs';
import { embeddedSettings } from '../scripts/start/settings.mjs';
import { FLAGS } from './members-view-size.mjs';
import { start } from './process.mjs';

const ORGANIZATION = 'haldenlogst1';
/** As in the Dockerfile. */
const NODE_OPTIONS = '--max-old-space-size=512';

/**
 * @typedef {object} Room the portal beside what stands in for Logto, with somebody signed in
 * @property {import('./process.mjs').Running} portal
 * @property {import('./process.mjs').Running} upstream
 * @property {string} cookie of an admin's session
 * @property {string} authorization a token for the upstream
 * @property {Record<string, string>} applications settings that name the portal's applications at Logto
 * @property {{ members: string, users: string }} paths of the members: the portal's, and the upstream's
 */

/**
 * Signs an admin in at the portal, by a browser and the embedded Logto, whose Management API is then answered from
 * memory by another process.
 * @template T
 * @param {import('./measure.mjs').Bench} bench
 * @param {(room: Room) => Promise<T>} work
 * @param {Record<string, string>} [settings] of the portal, in place of others
 */
export async function withRoom({ chromium: executablePath, signal }, work, settings = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = await newPortalData();
  /** @type {(() => unknown)[]} */
  const ends = [() => data.remove()];
  try {
    const logto = await startLogto(await freePort(), { PATH: process.env['PATH'] }, url, signal);
    ends.unshift(logto.stop);
    const upstream = await start('./servers/upstream.mjs', { LOGTO: logto.origin }, signal);
    ends.unshift(upstream.stop);
    const env = embeddedSettings(
      {
        PORTAL_URL: url,
        PORTAL_DATA: data.path,
        RATE_LIMIT_PER_PERSON: '100000000',
        RATE_LIMIT_PER_ADDRESS: '100000000',
      },
      { port, ...logto },
    );
    const own = { ...env, NODE_OPTIONS, LOGTO_MANAGEMENT_ENDPOINT: upstream.origin, ...settings };
    const portal = await start('../apps/bff/dist/main.js', own, signal);
    ends.unshift(portal.stop);
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    ends.unshift(() => browser.close());
    const cookie = await signIn(browser, url, logto.people[0]?.id ?? '');
    return await work({
      portal,
      upstream,
      cookie,
      authorization: `Bearer ${await token(logto.origin, logto.applications)}`,
      applications: logto.applications,
      paths: {
        members: `/api/organizations/${ORGANIZATION}/members`,
        users: `/api/organizations/${ORGANIZATION}/users`,
      },
    });
  } finally {
    for (const end of ends) await end();
  }
}

/** @param {import('playwright-core').Browser} browser @param {string} url @param {string} person */
async function signIn(browser, url, person) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/auth/sign-in?returnTo=/api/session`);
  await page.click(`button[value="${person}"]`);
  await page.waitForURL(`${url}/api/session`);
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** @param {string} origin @param {Record<string, string>} applications @returns {Promise<string>} */
async function token(origin, applications) {
  const credentials = `${applications['LOGTO_M2M_ID']}:${applications['LOGTO_M2M_SECRET']}`;
  const reply = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: applications['LOGTO_MANAGEMENT_RESOURCE'] ?? '',
      scope: 'all',
    }),
  });
  const { access_token } = /** @type {{ access_token: string }} */ (await reply.json());
  return access_token;
}
