import { expect, it } from 'vitest';
import { plainName } from '../src/invitations/plain-name.ts';

// Attack: an admin calls themselves a link or an image, and the portal's own message carries it to any address.
it.each([
  ['<a href="https://evil.example">Accept here</a>', 'a href= https: evil. example Accept here a'],
  ['Ann, see http://evil.example/now', 'Ann, see http: evil. example now'],
  ['evil.example', 'evil. example'],
  ['www.evil。example', 'www. evil。 example'],
  ['{{link}}', 'link'],
  ['mail bad@evil.example', 'mail bad@ evil. example'],
  ['Ann\u202egnp.exe\u200b', 'Ann gnp. exe'],
])('a name is plain text in a message: %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it.each(['Ingrid Sørensen', 'O’Brien', "Dara O'Neill", '林晓雨', 'Müller & Söhne GmbH', 'J. R. Hartley'])(
  'a usual name stays as it is: %s',
  (name) => {
    expect(plainName(name)).toBe(name);
  },
);
