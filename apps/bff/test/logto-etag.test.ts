import { createManagementApi } from '@org-portal/management-api';
import { demo, m2mApplication, managementApiResource, startDevLogto } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { afterwards } from './harness/afterwards.ts';

const { halden } = demo.organizations;
const page = { page: 1, pageSize: 20 };

it('a page that has not changed comes from Logto as 304, and one that has in full', async () => {
  const logto = await startDevLogto({ portalUrl: 'http://localhost:1' });
  const api = createManagementApi({
    endpoint: new URL(logto.origin),
    resource: managementApiResource,
    clientId: m2mApplication.id,
    clientSecret: m2mApplication.secret,
  });
  afterwards(async () => {
    await api.close();
    await logto.close();
  });
  const first = await api.ifChanged(undefined, (read) => read.members.list(halden, page));
  if (!first.isModified) throw new Error('304 without an ETag');
  expect(first.etag).toMatch(/^(W\/)?".+"$/);

  await expect(api.ifChanged(first.etag, (read) => read.members.list(halden, page))).resolves.toEqual({
    isModified: false,
    etag: first.etag,
    list: { total: first.value.total, isTotalCapped: false },
  });
  await api.members.remove(halden, first.value.items[0]!.id);
  const changed = await api.ifChanged(first.etag, (read) => read.members.list(halden, page));
  expect(changed).toMatchObject({ isModified: true, value: { total: first.value.total - 1 } });
});
