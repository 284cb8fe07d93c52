import { expect, it } from 'vitest';
import { authorityDocument } from './authority/table.ts';

// To write it anew: npx vitest run --project bff authority-document -u
it('docs/authority.md is what the rules say', async () => {
  await expect(authorityDocument()).toMatchFileSnapshot('../../../docs/authority.md');
});
