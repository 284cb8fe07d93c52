import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { portal, signIn, start } from './portal.ts';
import { Visitor } from './visitor.ts';

let logto: DevLogto;
beforeAll(async () => {
  logto = await startDevLogto();
});
afterAll(() => logto.close());

async function open(extra: Record<string, string>) {
  const visitor = new Visitor(logto.origin);
  const { url } = await start(await portal(logto.origin), extra);
  const { url: at, page } = await visitor.visit(url);
  return { visitor, at, text: (await page?.text()) ?? '' };
}

test.each(['register', 'identifier:register'])('first_screen=%s begins with registering', async (screen) => {
  const { at, text } = await open({ first_screen: screen });
  expect(at.pathname).toBe('/register');
  expect(text).toContain('name="username"');
});

test.each(['sign_in', 'identifier:sign_in', 'nonsense'])(
  'first_screen=%s begins with signing in',
  async (screen) => {
    expect((await open({ first_screen: screen })).at.pathname).toBe('/sign-in');
  },
);

test('who registers with username and password is signed in, and can sign in again', async () => {
  const { visitor, at } = await open({ first_screen: 'register' });
  const { page } = await visitor.visit(at, { username: 'self_made', password: 'short' });
  expect([page?.status, (await page?.text())?.includes('at least 8')]).toEqual([422, true]);
  const { url } = await visitor.visit(at, { username: 'self_made', password: 'Correct-Horse-9' });
  expect(url.searchParams.get('code')).toBeTruthy();
  const { tokens } = await signIn(logto.origin, { email: 'self_made', password: 'Correct-Horse-9' });
  expect(tokens.claims()?.['username']).toBe('self_made');
});

test('ui_locales speaks on every page', async () => {
  expect((await open({ first_screen: 'register', ui_locales: 'zh-CN' })).text).toContain('创建账号');
  expect((await open({ ui_locales: 'zh-CN en' })).text).toContain('登录');
});

test('organization_id puts the organization on the page: name, logo, colour', async () => {
  const api = await managementApi(logto.origin);
  const { fjord } = demo.organizations;
  await api('PATCH', `/organizations/${fjord}`, {
    branding: { logoUrl: 'https://cdn.example/fjord.svg' },
    color: { primaryColor: '#aa3300' },
  });
  for (const screen of ['sign_in', 'register']) {
    const { text } = await open({ organization_id: fjord, first_screen: screen });
    expect(text).toContain('Fjord');
    expect(text).toContain('src="https://cdn.example/fjord.svg"');
    expect(text).toContain('--accent: #aa3300');
  }
  expect((await open({ organization_id: 'nowhere' })).text).not.toContain('class="brand"');
});

test('somebody brands their organization with a script', async () => {
  const api = await managementApi(logto.origin);
  const { pine } = demo.organizations;
  await api('PATCH', `/organizations/${pine}`, {
    name: '<script>alert(1)</script>',
    branding: { logoUrl: 'javascript:alert(1)' },
  });
  const { text } = await open({ organization_id: pine });
  expect(text).not.toContain('<script');
  expect(text).not.toContain('javascript:');
});
