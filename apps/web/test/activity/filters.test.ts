import { describe, expect, it } from 'vitest';
import { exportAddress } from '../../src/features/activity/export-address.ts';
import { personOptions } from '../../src/features/activity/filters/person-options.ts';
import { entry } from './entries.ts';

describe('exportAddress', () => {
  it('takes the filters along, and not the page', () => {
    const search = '?page=3&page_size=50&actor=amara&target=a%26b&from=2026-11-22T00:00:00Z&tab=x';
    const { pathname, searchParams } = new URL(
      exportAddress('/api/activity', search, 'csv'),
      'http://p.example',
    );
    expect(pathname).toBe('/api/activity/export');
    expect(Object.fromEntries(searchParams)).toEqual({
      format: 'csv',
      actor: 'amara',
      target: 'a&b',
      from: '2026-11-22T00:00:00Z',
    });
  });
});

describe('personOptions', () => {
  const tomas = { id: 'tomas', name: 'Tomás Herrera', username: null, email: 'tomas@halden.example' };

  it('offers those who acted on the screen before the members, each once', () => {
    const found = personOptions(
      '',
      [entry(), entry()],
      [tomas, { ...tomas, id: 'amara', name: 'Amara Okafor' }],
    );
    expect(found.map(({ value, name }) => [value, name])).toEqual([
      ['amara', 'Amara Okafor'],
      ['tomas', 'Tomás Herrera'],
    ]);
  });

  it('finds actors by name, address and id', () => {
    for (const q of ['okaf', 'AMARA@', 'amara']) expect(personOptions(q, [entry()], [])).toHaveLength(1);
    expect(personOptions('ivan', [entry()], [])).toEqual([]);
  });

  it('takes what looks like an id for one when nobody is found', () => {
    expect(personOptions('priyaraman06', [], [])).toEqual([{ value: 'priyaraman06', name: 'priyaraman06' }]);
    expect(personOptions('no such person', [], [])).toEqual([]);
    expect(personOptions('herrera', [], [tomas])).toHaveLength(1);
  });
});
