import { describe, expect, it } from 'vitest';
import { parseAddressList } from '../../src/features/invitations/invite/address-list.ts';

const SEPARATORS = [
  ',',
  ';',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  ', ',
  ' ; ',
  ',\n',
  '\n\n',
  ',,',
  ' ,;\n',
  '，',
  '；',
  '、',
  '\u00a0',
  '\u3000',
];

describe('parseAddressList', () => {
  it.each(SEPARATORS)('separates by %j', (separator) => {
    expect(parseAddressList(['a@b.co', 'c@d.co', 'e@f.co'].join(separator))).toEqual([
      'a@b.co',
      'c@d.co',
      'e@f.co',
    ]);
  });

  describe.each([', ', '; ', '\n', '\r\n', ';'])('between %j', (separator) => {
    const FORMS: [string, string][] = [
      ['ada@x.co', 'ada@x.co'],
      ['<ada@x.co>', 'ada@x.co'],
      ['Ada <ada@x.co>', 'ada@x.co'],
      ['Ada Lovelace <ada@x.co>', 'ada@x.co'],
      ['Ada Lovelace<ada@x.co>', 'ada@x.co'],
      ['"Lovelace, Ada" <ada@x.co>', 'ada@x.co'],
      ['"Ada; Countess" <ada@x.co>', 'ada@x.co'],
      ['"ada@home.co" <ada@x.co>', 'ada@x.co'],
      ['ada@home.co <ada@x.co>', 'ada@x.co'],
      ['Lovelace, Ada <ada@x.co>', 'ada@x.co'],
      ['Ada Lovelace (ada@x.co)', 'ada@x.co'],
      ['ada@x.co (Ada, Countess)', 'ada@x.co'],
      ['"ada@x.co"', 'ada@x.co'],
      ["'ada@x.co'", 'ada@x.co'],
      ["'ada@x.co' <ada@x.co>", 'ada@x.co'],
      ['“ada@x.co”', 'ada@x.co'],
      ['[ada@x.co]', 'ada@x.co'],
      ['• ada@x.co', 'ada@x.co'],
      ['1. ada@x.co', 'ada@x.co'],
      ['ada@x.co.', 'ada@x.co'],
      ['mailto:ada@x.co', 'ada@x.co'],
      ['<mailto:ada@x.co?subject=Hello>', 'ada@x.co'],
      ['E-mail: ada@x.co', 'ada@x.co'],
      ['Ada\tLovelace\tada@x.co', 'ada@x.co'],
      ['艾达 <ada@x.co>', 'ada@x.co'],
      ['艾达 ａｄａ＠ｘ．ｃｏ', 'ada@x.co'],
      ['\u200bada@x.co\u200b', 'ada@x.co'],
      ['\ufeffada\u00ad@x.co', 'ada@x.co'],
      ["O'Hara <o'hara@x.ie>", "o'hara@x.ie"],
      ['ada+portal@x.co', 'ada+portal@x.co'],
      ['"Lovelace, Ada <ada@x.co>', 'ada@x.co'],
      ['Ada <ada@x.co', 'ada@x.co'],
      ['Ada ada@x.co>', 'ada@x.co'],
    ];

    it.each(FORMS)('finds the address in %j', (form, address) => {
      expect(parseAddressList(['first@y.co', form, 'last@z.co'].join(separator))).toEqual([
        'first@y.co',
        address,
        'last@z.co',
      ]);
    });
  });

  it.each([
    ['several in one line', 'Ada <a@b.co> Grace <c@d.co>', ['a@b.co', 'c@d.co']],
    ['no space between brackets', '<a@b.co><c@d.co>', ['a@b.co', 'c@d.co']],
    ['brackets that hold several', '<a@b.co, c@d.co>', ['a@b.co', 'c@d.co']],
    ['cells of a CSV file', '"a@b.co","c@d.co"\n"e@f.co","g@h.co"', ['a@b.co', 'c@d.co', 'e@f.co', 'g@h.co']],
    ['a group of RFC 5322', 'Team: a@b.co, c@d.co;', ['a@b.co', 'c@d.co']],
    ['Outlook', 'Doe, John <j@d.co>; Roe, Jane, PhD <r@d.co>', ['j@d.co', 'r@d.co']],
    ['a bare address before a name', 'a@b.co, Doe, John <j@d.co>', ['a@b.co', 'j@d.co']],
    ['repetitions', 'a@b.co A@B.co a@b.co', ['a@b.co', 'A@B.co', 'a@b.co']],
  ])('finds all of %s', (_, text, addresses) => expect(parseAddressList(text)).toEqual(addresses));

  it.each([
    ['a word', 'bob', ['bob']],
    ['words', 'Bob Smith; a@b.co', ['Bob Smith', 'a@b.co']],
    ['a name without an address', 'Bob <>, a@b.co', ['Bob', 'a@b.co']],
    ['no domain', 'bob@, a@b.co', ['bob@', 'a@b.co']],
    ['no local part', '@b.co', ['@b.co']],
    ['two at signs', 'a@b@c.co', ['a@b@c.co']],
    ['a foreign separator', 'a@b.co|c@d.co', ['a@b.co|c@d.co']],
    ['letters that no mailbox has', 'bjørn@x.co', ['bjørn@x.co']],
    ['two dots', 'bob@x..co', ['bob@x..co']],
  ])('keeps what is no address: %s', (_, text, entries) => expect(parseAddressList(text)).toEqual(entries));

  it.each(['', ' ', '\n\t ', ',;,', '""', '<>', '()', '"', '<', '>)', '\u200b'])(
    'finds nothing in %j',
    (text) => expect(parseAddressList(text)).toEqual([]),
  );

  it('takes a word of 200,000 dots in linear time', () => {
    const started = performance.now();
    parseAddressList(`a@${'.'.repeat(200_000)}b`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each(['<', '"', '(', '<"', '"<(', 'a@', ',', '\\"', '" ', 'a,', ',<', '…', '('.repeat(10) + ')'])(
    'takes 200,000 characters of %j in linear time',
    (mark) => {
      const started = performance.now();
      parseAddressList(mark.repeat(200_000 / mark.length));
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
