const MAX_LENGTH = 100;
/** Markup and template signs, and characters that are not seen or turn the text around. */
const SIGNS = /[<>"`{}[\]|\\^~\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** What joins a scheme, a host or an address together, so that mail programs make a link of it. */
const JOINTS = /[./:@。．｡](?=\S)/gu;

/**
 * @param name of a person or an organization, which they chose themselves
 * @returns the name as plain text for an e-mail template, which takes it as it is: no markup, and nothing that a mail
 * program turns into a link ("evil.example" becomes "evil. example", "J.R. Hartley" stays readable)
 */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(SIGNS, ' ')
    .replace(JOINTS, (sign) => (sign === '/' ? ' ' : `${sign} `))
    .replace(/\s+/g, ' ')
    .trim();
  return [...plain].slice(0, MAX_LENGTH).join('');
}
