import { describe, expect, it } from 'vitest';
import { avatarSource } from '../src/format/avatar-source.ts';

const ORIGIN = 'https://portal.example';

describe('avatarSource', () => {
  it('takes pictures of the portal itself, and pictures that hold themselves', () => {
    expect(avatarSource('/avatars/1.png', ORIGIN)).toBe(`${ORIGIN}/avatars/1.png`);
    expect(avatarSource('data:image/png;base64,AAAA', ORIGIN)).toBe('data:image/png;base64,AAAA');
  });

  it.each([
    null,
    '',
    'https://elsewhere.example/1.png',
    '//elsewhere.example/1.png',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('an avatar set to %s, by which its host would learn who looks at whom, is not asked for', (avatar) => {
    expect(avatarSource(avatar, ORIGIN)).toBeUndefined();
  });
});
