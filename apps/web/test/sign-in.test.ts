import { expect, it } from 'vitest';
import { signInPath } from '../src/session/sign-in.ts';

it('takes the whole address of the page along, and the language', () => {
  const path = signInPath('/organizations/o1/members?page=2&q=a%26b', 'zh-CN');
  const { pathname, searchParams } = new URL(path, 'http://portal.example');
  expect(pathname).toBe('/auth/sign-in');
  expect(Object.fromEntries(searchParams)).toEqual({
    returnTo: '/organizations/o1/members?page=2&q=a%26b',
    ui_locales: 'zh-CN',
  });
});
