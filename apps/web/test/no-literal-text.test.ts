import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import ts from 'typescript';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
/** Attributes that people read or hear. */
const SPOKEN = [
  'title',
  'label',
  'alt',
  'placeholder',
  'aria-label',
  'aria-description',
  'okText',
  'cancelText',
];
const LETTERS = /\p{L}{2,}/u;

/** Every text goes through `t()`; a key of the keyboard is no text. */
function literalTexts(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(`${SOURCE}/${file}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer) && LETTERS.test(node.initializer.text)) {
        found.push(`${file}: ${node.getText()}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('leaves no text in components that is not translated', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(literalTexts)).toEqual([]);
});
