import { describe, expect, it } from 'vitest';
import { listFilter, readListAddress, writeListAddress } from '../src/list/list-address.ts';

const start = { currentPage: 1, pageSize: 20, filters: [] };

describe('readListAddress', () => {
  it('reads page, size and filters', () => {
    expect(readListAddress('?page=3&page_size=50&q=a%26b%23&role=r1')).toEqual({
      currentPage: 3,
      pageSize: 50,
      filters: [listFilter('q', 'a&b#'), listFilter('role', 'r1')],
    });
  });

  it.each(['', '?page=0', '?page=-1', '?page=two', '?page=1.5', '?page=9999999', '?page_size=101', '?q='])(
    'takes %s for the first page as by default',
    (search) => {
      expect(readListAddress(search)).toEqual(start);
    },
  );
});

describe('writeListAddress', () => {
  it('leaves out what is as by default, and keeps what belongs to no list', () => {
    expect(writeListAddress('?page=3&tab=a', start).search).toBe('?tab=a');
  });

  it('escapes what people type, so that it is read back as typed', () => {
    const state = { ...start, filters: [listFilter('q', 'a&b=c#d/é 李')] };
    expect(readListAddress(writeListAddress('', state).search)).toEqual(state);
  });

  it('counts another page as a step to go back from, and another letter not', () => {
    expect(writeListAddress('', { ...start, currentPage: 2 }).isStep).toBe(true);
    expect(writeListAddress('', { ...start, filters: [listFilter('role', 'r1')] }).isStep).toBe(true);
    expect(writeListAddress('?page=2', { ...start, filters: [listFilter('q', 'a')] }).isStep).toBe(false);
    expect(writeListAddress('', { ...start, filters: [listFilter('target', 'a')] }).isStep).toBe(false);
  });
});
