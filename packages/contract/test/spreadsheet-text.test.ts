import { neutralizeFormulas } from '../src/spreadsheet-text.ts';
import { describe, expect, it } from 'vitest';

// Attack: somebody calls themselves by a formula; whoever opens the export runs it, and sends what stands around it away.
describe('what a spreadsheet would run as a formula has no effect', () => {
  const blanks = [
    '',
    ' ',
    '\u00A0',
    '\uFEFF',
    '\u200B',
    '\t',
    '\r',
    '\n',
    '\u2800',
    '\u3000',
    '"',
    ' \u200B"',
  ];
  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

  it.each(blanks.flatMap((blank) => signs.map((sign) => `${blank}${sign}1+1`)))('%j', (text) => {
    expect(neutralizeFormulas(text)).toBe(text.replace(/(?=[=+\-@＝＋－＠])/u, "'"));
  });

  // Attack: where Excel ends cells by semicolons, a file with commas is cut at those in the text.
  it.each([';=1+1', 'Ada;=1+1', 'Ada; \u00A0=1+1;', 'Ada\t@x', 'Ada\r\n-1', 'Ada;""=1+1', 'Ada;"=1+1;"'])(
    '%j, as a cell that is made of the rest',
    (text) => {
      expect(neutralizeFormulas(text)).toMatch(/[;\t\r\n]["\s]*'[=@-]/);
    },
  );

  it.each(['Ada', 'ada+tag@example.com', 'a - b = c', 'two; three', '2026-01-01', 'O’Neil-Park', '价格=5'])(
    'and %j stays as it is',
    (text) => expect(neutralizeFormulas(text)).toBe(text),
  );
});
