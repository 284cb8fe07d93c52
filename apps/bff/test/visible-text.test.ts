import { demo } from '@org-portal/dev-logto';
import { isVisible, visibleLength } from '@org-portal/contract';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const blankLooking = [
  ['Braille blanks', '\u2800'.repeat(20)],
  ['combining marks', '\u0301'.repeat(20)],
  ['one letter under many marks', `a${'\u0301'.repeat(20)}`],
  ['zero-width spaces and joiners', '\u200B\u200C\u200D\u2060\uFEFF'.repeat(5)],
  ['soft hyphens', '\u00AD'.repeat(20)],
  ['Hangul fillers', '\u3164\u115F\u1160\uFFA0'.repeat(5)],
  ['spaces of all widths', '\u00A0\u2003\u3000\u202F\u205F'.repeat(5)],
  ['tags', '\u{E0041}'.repeat(20)],
  ['variation selectors', '\uFE0F\u{E0100}'.repeat(10)],
  ['a null notehead', '\u{1D159}'.repeat(20)],
  ['object replacements', '\uFFFC'.repeat(20)],
  ['one letter among blanks', `a${'\u2800 '.repeat(20)}`],
] as const;

describe('text that a reader does not see', () => {
  it.each(blankLooking)('has hardly any length: %s', (_name, text) => {
    expect(visibleLength(text)).toBeLessThan(4);
    expect(isVisible(text)).toBe(text.startsWith('a'));
  });

  it.each([
    ['Customer asked for it', 21],
    ['客户要求我们这样做的', 10],
    ['ग्राहक ने कहा है', 17],
    ['ลูกค้าขอให้ทำ', 13],
    ['Xin chào các bạn'.normalize('NFD'), 16],
    ['👩‍💻 asked me', 11],
    ['  spaced   out  ', 10],
  ])('is not this: %s', (text, length) => {
    expect(Math.abs(visibleLength(text) - length)).toBeLessThanOrEqual(1);
    expect(isVisible(text)).toBe(true);
  });
});

describe('the portal', async () => {
  const portal = await startPortal();
  const { halden } = demo.organizations;
  const { support, ops } = demo.users;

  // Attack: support invites somebody and gives a reason that fills the field and that nobody can read.
  it.each(blankLooking)('takes no reason made of %s', async (_name, text) => {
    const browser = await portal.signIn(support);
    const reply = await browser.call(
      'POST',
      `/api/organizations/${halden}/invitations`,
      {},
      {
        'portal-reason': encodeURIComponent(text),
      },
    );
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ code: 'reason.required' });
  });

  // Attack: a review whose name nobody can read cannot be told from another one, nor found again.
  it.each(blankLooking.filter(([, text]) => !text.startsWith('a')))(
    'takes no review whose name is made of %s',
    async (_name, name) => {
      const browser = await portal.signIn(ops);
      const dueAt = new Date(Date.now() + 1e8).toISOString();
      const reply = await browser.call('POST', '/api/access-reviews', { name, reviewerIds: [ops], dueAt });
      expect(reply.status).toBe(422);
      expect((await reply.json()).errors).toMatchObject([{ pointer: '/name' }]);
    },
  );
});
