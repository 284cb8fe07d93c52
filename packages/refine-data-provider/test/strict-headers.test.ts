import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer } from './api-server.ts';

const answering = (headers: Record<string, string>, body: unknown = []) =>
  apiServer((app) => app.get('/things', (_, reply) => reply.headers(headers).send(body)));

test('no Total-Number: the error names the header, the URL and the likely cause', async () => {
  const api = await answering({});
  const asked = linkDataProvider(api.url).getList({ resource: 'things' });
  await expect(asked).rejects.toMatchObject({ kind: 'reply', name: 'ReplyError', statusCode: 200 });
  await expect(asked).rejects.toThrow(
    `${api.url}/things?page=1&page_size=10 answered without the header Total-Number`,
  );
  await expect(asked).rejects.toThrow('Access-Control-Expose-Headers: Total-Number');
});

test.each(['', 'many', '-1', '1.5', '5, 5', '0x10', '9'.repeat(16)])(
  'Total-Number "%s" is an error',
  async (value) => {
    const api = await answering({ 'total-number': value });
    const asked = linkDataProvider(api.url).getList({ resource: 'things' });
    await expect(asked).rejects.toThrow(`"${value}" as the header Total-Number`);
  },
);

test('a malformed Link is an error that names it', async () => {
  const api = await answering({ 'total-number': '1', link: 'next: page 2' });
  const asked = linkDataProvider(api.url).getList({ resource: 'things' });
  await expect(asked).rejects.toMatchObject({
    kind: 'reply',
    message: expect.stringContaining('Link "next: page 2"'),
  });
});

test('a list that is no array is an error', async () => {
  const api = await answering({ 'total-number': '1' }, { data: [] });
  const asked = linkDataProvider(api.url).getList({ resource: 'things' });
  await expect(asked).rejects.toMatchObject({
    kind: 'reply',
    message: expect.stringContaining('no JSON array'),
  });
});
