import { textExpression } from '@org-portal/contract';

/** @returns a regular expression for `~*` that matches what contains the text, whatever its accents; nothing for no text */
export function patternOf(text = ''): string | undefined {
  const wanted = text.trim();
  return wanted === '' ? undefined : textExpression(wanted);
}
