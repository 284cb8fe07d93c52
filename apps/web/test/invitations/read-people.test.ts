import { describe, expect, it } from 'vitest';
import { readExpiry } from '../../src/features/invitations/invite/read/read-expiry.ts';
import { readPeople } from '../../src/features/invitations/invite/read/read-people.ts';

const read = (text: string) => readPeople(text, new Set(['admin', 'viewer']));
const ada = { address: 'ada@x.co' };
const bob = { address: 'bob@x.co' };

describe('what is pasted', () => {
  it.each([
    ['a column', 'ada@x.co\nbob@x.co\n', [ada, bob]],
    ['a line', 'ada@x.co, bob@x.co', [ada, bob]],
    ['a row of a spreadsheet', 'ada@x.co\tbob@x.co', [ada, bob]],
    ['a line of Chinese marks', 'ada＠x.co，bob@x.co、', [ada, bob]],
    [
      'names as mail programs write them',
      '"Lovelace, Ada" <ada@x.co>; Bob <bob@x.co>',
      [
        { ...ada, name: 'Lovelace, Ada' },
        { ...bob, name: 'Bob' },
      ],
    ],
    [
      'such names below each other',
      'Lovelace, Ada <ada@x.co>\nHope, Bob <bob@x.co>',
      [
        { ...ada, name: 'Lovelace Ada' },
        { ...bob, name: 'Hope Bob' },
      ],
    ],
    [
      'a table',
      'Ada\tada@x.co\tadmin\nBob\tbob@x.co\tviewer\n',
      [
        { ...ada, name: 'Ada', roles: ['admin'] },
        { ...bob, name: 'Bob', roles: ['viewer'] },
      ],
    ],
    ['a table with titles', '邮箱\t角色\nada@x.co\tadmin', [{ ...ada, roles: ['admin'] }]],
    ['a column with a title', 'E-mail\nada@x.co\nbob@x.co', [ada, bob]],
    ['a row of a table', 'Ada\tada@x.co\tadmin', [{ ...ada, name: 'Ada', roles: ['admin'] }]],
    [
      'lines of a CSV file',
      'ada@x.co,Ada\nbob@x.co,Bob',
      [
        { ...ada, name: 'Ada' },
        { ...bob, name: 'Bob' },
      ],
    ],
    ['something in between', 'bob, ada@x.co', [{ address: 'bob' }, ada]],
    ['nothing', ' \n', []],
  ])('%s', (_, text, people) => expect(read(text)).toEqual(people));
});

describe('readExpiry', () => {
  const until = (year: number, month: number, day: number) => ({ lastDay: new Date(year, month - 1, day) });
  it.each([
    ['14', { days: 14 }],
    ['14 days', { days: 14 }],
    ['1 day', { days: 1 }],
    ['14天', { days: 14 }],
    ['１４天', { days: 14 }],
    ['2026-12-31', until(2026, 12, 31)],
    ['2026/12/1', until(2026, 12, 1)],
    ['2026.12.31', until(2026, 12, 31)],
    ['2026年12月31日', until(2026, 12, 31)],
    ['2026-12-31T12:00:00Z', until(2026, 12, 31)],
    ['2026-12-31 12:00', until(2026, 12, 31)],
    ['31.12.2026', until(2026, 12, 31)],
    ['1.2.2027', until(2027, 2, 1)],
    ['31/12/2026', until(2026, 12, 31)],
    ['12/31/2026', until(2026, 12, 31)],
    ['2/2/2027', until(2027, 2, 2)],
    ['46387', until(2026, 12, 31)],
  ])('reads %s', (text, expiry) => expect(readExpiry(text)).toEqual(expiry));

  it.each(['1/2/2027', '2026-02-31', '2026-13-01', '31.02.2026', 'soon', 'next week', '0x10', '-5', '2026'])(
    'does not guess what %s is',
    (text) => {
      const expiry = readExpiry(text);
      expect('days' in expiry ? expiry.days > 366 : expiry).toEqual(
        'days' in expiry ? true : { unreadable: text },
      );
    },
  );
});
