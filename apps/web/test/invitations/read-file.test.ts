import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/features/invitations/invite/read/decode-text.ts';
import { readFile } from '../../src/features/invitations/invite/read/read-file.ts';
import { bytesIn, type WrittenAs } from './written-bytes.ts';

const ENCODINGS: WrittenAs[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-bare', 'gbk'];
const roles = new Set(['admin', 'viewer']);
const read = (bytes: Uint8Array<ArrayBuffer> | string, name = 'people.csv') =>
  readFile(new File([bytes], name), roles);

const LI = { address: 'li@example.cn', name: '李雷', roles: ['admin', 'viewer'], expiry: { days: 14 } };
const HAN = { address: 'han@example.cn', name: '韩梅梅', roles: ['viewer'] };

describe.each(ENCODINGS)('a file in %s', (encoding) => {
  it.each([
    [
      ',',
      'name,e-mail,roles,days\r\n李雷,li@example.cn,admin/viewer,14\r\n韩梅梅,han@example.cn,viewer,\r\n',
    ],
    [
      ';',
      '姓名;邮箱;角色;有效期（天）\r\n李雷;li@example.cn;admin,viewer;14\r\n韩梅梅;han@example.cn;viewer;\r\n',
    ],
    [
      '\t',
      '姓名\t邮箱\t角色\t到期\n李雷\tli@example.cn\tadmin、viewer\t14天\n韩梅梅\than@example.cn\tviewer\t\n',
    ],
    [
      '，',
      '姓名，邮箱，角色，有效期\n李雷，li@example.cn，admin、viewer，14\n韩梅梅，han＠example.cn，viewer，\n',
    ],
    [', without titles', '李雷,li@example.cn,"admin,viewer",14 days\r\n韩梅梅,han@example.cn,viewer,\r\n'],
    [
      '; by the hint',
      'sep=;\r\nEmail;Name;Role;Expires\r\nli@example.cn;李雷;admin/viewer;14\r\nhan@example.cn;韩梅梅;viewer;\r\n',
    ],
  ])('parted by %s', async (_, text) => {
    expect(await read(bytesIn(encoding, text))).toEqual([LI, HAN]);
  });
});

describe('what Excel leaves in a file', () => {
  const ada = { address: 'ada@x.co' };
  it.each([
    ['empty lines and columns at the end', 'Email,,\r\nada@x.co,,\r\n,,\r\n,,\r\n', [ada]],
    [
      'quotes around everything',
      '"Email","Name"\r\n"ada@x.co","Lovelace, Ada"\r\n',
      [{ ...ada, name: 'Lovelace, Ada' }],
    ],
    [
      'quotes within quotes',
      'Email,Name\nada@x.co,"Ada ""Countess"" L."\n',
      [{ ...ada, name: 'Ada "Countess" L.' }],
    ],
    [
      'a line break within a cell',
      'Email,Name\nada@x.co,"Ada\nLovelace"\n',
      [{ ...ada, name: 'Ada Lovelace' }],
    ],
    ['a formula in place of a text', 'Email,Name\n="ada@x.co",="007"\n', [{ ...ada, name: '007' }]],
    ["a text's mark", "Email,Name\n'ada@x.co,'=Ada\n", [{ ...ada, name: '=Ada' }]],
    [
      'spaces that are none',
      'Email,Name\n\u200bada@x.co\u00a0,\u00a0Ada\u00a0Lovelace\ufeff\n',
      [{ ...ada, name: 'Ada Lovelace' }],
    ],
    ['a link', 'Email,Name\n"=HYPERLINK(""mailto:ada@x.co"",""ada@x.co"")",Ada\n', [{ ...ada, name: 'Ada' }]],
    [
      'a day as a number',
      'Email,Expires\nada@x.co,46387\n',
      [{ ...ada, expiry: { lastDay: new Date(2026, 11, 31) } }],
    ],
    [
      'lines that end as on old Macs',
      'Email,Name\rada@x.co,Ada\rbob@x.co,Bob',
      [
        { ...ada, name: 'Ada' },
        { address: 'bob@x.co', name: 'Bob' },
      ],
    ],
    [
      'rows shorter than others',
      'Email,Name,Role\nada@x.co\nbob@x.co,Bob\n',
      [ada, { address: 'bob@x.co', name: 'Bob' }],
    ],
    ['a hint in quotes', '"sep=|"\nEmail|Name\nada@x.co|Ada\n', [{ ...ada, name: 'Ada' }]],
    ['one column', 'Email\nada@x.co\nBob <bob@x.co>\n', [ada, { address: 'bob@x.co', name: 'Bob' }]],
  ])('%s', async (_, text, people) => {
    expect(await read(bytesIn('utf-8', text))).toEqual(people);
  });
});

describe('columns', () => {
  it('are known by their titles, in any order, and others are left out', async () => {
    const text =
      'Nr;Organisation;Valid until;Department;Last name;First name;E-mail address (work)\n1;Halden;2027-01-31;Ops;Lovelace;Ada;ada@x.co\n';
    expect(await read(text)).toEqual([
      {
        address: 'ada@x.co',
        name: 'Ada Lovelace',
        expiry: { lastDay: new Date(2027, 0, 31) },
        organization: 'Halden',
      },
    ]);
  });

  it('hold addresses where the addresses are, whatever the title says', async () => {
    expect(await read('Name,Address,Contact\nAda,1 Main Street,ada@x.co\n')).toEqual([
      { address: 'ada@x.co', name: 'Ada' },
    ]);
  });

  it('are no days when they only count the rows', async () => {
    expect(await read('1,ada@x.co,Ada\n2,bob@x.co,Bob\n')).toEqual([
      { address: 'ada@x.co', name: 'Ada' },
      { address: 'bob@x.co', name: 'Bob' },
    ]);
  });

  it('lose nobody: what is no address comes along', async () => {
    expect(await read('Email,Name\nbob at x.co,Bob\n,Eve\n')).toBe('noAddress');
    expect(await read('Email,Name\nada@x.co,Ada\nbob at x.co,Bob\n,Eve\n')).toEqual([
      { address: 'ada@x.co', name: 'Ada' },
      { address: 'bob at x.co', name: 'Bob' },
      { address: 'Eve', name: 'Eve' },
    ]);
  });
});

it('reads Western letters as Excel writes them', () => {
  const bytes = Uint8Array.from('Jos\u00e9;jose@x.co', (letter) => letter.charCodeAt(0));
  expect(decodeText(bytes)).toEqual({ text: 'José;jose@x.co', encoding: 'windows-1252' });
});

// Hardly a byte of it is zero, so that nothing but the mark tells what it is.
it.each(['utf-16le', 'utf-16be'] as const)('reads what is nearly all Chinese by its mark: %s', (encoding) => {
  const text = `邮箱,姓名,备注\r\nli@x.cn,李雷,${'北方地区仓库的全体同事'.repeat(40)}\r\n`;
  expect(decodeText(bytesIn(encoding, text))).toEqual({ text, encoding });
});

it.each([
  ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'workbook'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
  ['nothing', new Uint8Array(), 'empty'],
  ['a list without addresses', 'Ada\nBob\n', 'noAddress'],
] as const)('says that a file holds %s', async (_, content, fault) => {
  expect(await read(content)).toBe(fault);
});

it('reads ten thousand rows in no time', async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => `Person ${row},p${row}@example.com,viewer,30`);
  const start = performance.now();
  expect(await read(`name,email,roles,days\n${rows.join('\n')}`)).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});
