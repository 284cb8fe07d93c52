import { describe, expect, it } from 'vitest';
import { initials, personName } from '../src/format/person-name.ts';

describe('personName', () => {
  it('takes the name, else the address, else the username', () => {
    const ada = { name: 'Ada Lovelace', email: 'ada@a.example', username: 'ada' };
    expect(personName(ada)).toBe('Ada Lovelace');
    expect(personName({ ...ada, name: ' ' })).toBe('ada@a.example');
    expect(personName({ name: null, email: null, username: 'ada' })).toBe('ada');
    expect(personName({ name: null })).toBeUndefined();
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Tomás Herrera-Quiñones', 'TQ'],
    ['ada', 'A'],
    ['ada.lovelace@a.example', 'AL'],
    ['Иван Соколов', 'ИС'],
    ['田中 陽翔', '陽翔'],
    ['李明', '李明'],
    ['김민준', '민준'],
    ['', ''],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it('keep an accent that is a character of its own with its letter', () => {
    expect(initials('E\u0301va')).toBe('E\u0301');
  });
});
