import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { admin } = demo.users;

// Attack: a link to the portal's sign-in that ends on a page of the attacker, who asks for the password again.
it.each([
  'https://evil.example',
  'http://evil.example/',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '\u0000//evil.example',
  '/\u0000/evil.example',
  '/%00/evil.example',
  '/%0d%0aLocation:%20https://evil.example',
  '/x\r\nSet-Cookie: portal-session=evil',
  '/%2f/evil.example',
  '/%5cevil.example',
  '%2f%2fevil.example',
  '//evil%2eexample',
  '//evil。example',
  '//evil．example',
  '／／evil.example',
  '/／evil.example',
  '//[::1]:1/',
  '//2130706433:1/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'blob:https://evil.example/x',
  'file:///etc/passwd',
  'evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  '@evil.example',
  '//portal@evil.example',
  `${portal.origin}@evil.example`,
  `${portal.origin}.evil.example`,
  `//${new URL(portal.origin).host}@evil.example`,
  `//${new URL(portal.origin).host}\\@evil.example`,
  ':80/evil',
  '/auth/sign-in?returnTo=/x',
  '/auth/sign-in?returnTo=//evil.example',
  '/auth/sign-in?returnTo=%2Fauth%2Fsign-in%3FreturnTo%3D%2F%2Fevil.example',
  '/auth/callback?code=x',
  '/auth/../auth/sign-out',
  `//evil.example/${'a'.repeat(1_900)}`,
  `//evil.example/${'a'.repeat(10_000)}`,
  '?returnTo=//evil.example',
  '#//evil.example',
  '',
])('returnTo %j stays in the portal', async (returnTo) => {
  const browser = portal.visitor();
  const callback = await browser.untilCallback(admin, `/auth/sign-in?${new URLSearchParams({ returnTo })}`);
  const location = (await browser.step(callback.href)).headers.get('location')!;
  // What every reader of a Location header, new or old, takes for a path of the same host.
  expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
  const url = new URL(location, portal.origin);
  expect(url.origin).toBe(portal.origin);
  expect(url.pathname).not.toMatch(/^\/auth\//);
  expect((await browser.get('/api/session')).status).toBe(200);
});

it.each(['//evil.example/members', '/\\\\evil.example/members', 'https://evil.example/members'])(
  'returnTo %j does not even lend its path',
  async (returnTo) => {
    const page = await portal.visitor().signIn(admin, returnTo);
    expect(page.url).toBe(`${portal.origin}/`);
  },
);

// Attack: two of them, for whoever checks one and follows the other.
it.each([
  'returnTo=/x&returnTo=//evil.example',
  'returnTo=//evil.example&returnTo=/x',
  'returnTo[]=//evil.example',
])('the query %s stays in the portal', async (query) => {
  const reply = await portal.visitor().step(`/auth/sign-in?${query}`);
  const location = new URL(reply.headers.get('location')!, portal.origin);
  expect([portal.origin, portal.logto.origin]).toContain(location.origin);
  expect(location.href).not.toContain('evil');
});

it.each([
  ['/organizations/x/members?page=2&q=a%20b', '/organizations/x/members?page=2&q=a%20b'],
  ['/organizations/x/members?q=李#invite', '/organizations/x/members?q=%E6%9D%8E#invite'],
  // Longer than is kept: the person arrives all the same.
  [`/organizations/x/members?q=${'李'.repeat(1_000)}`, '/organizations/x/members'],
  [`/${'x'.repeat(1_000)}`, '/'],
])('a page of the portal is reached: %s', async (returnTo, expected) => {
  const page = await portal.visitor().signIn(admin, returnTo);
  expect(page.url).toBe(portal.origin + expected.replace(/#.*/, ''));
});
