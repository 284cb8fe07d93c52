import { z } from 'zod';
import { notExists, notExistsWithId, notFound, nothingToChange } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { containing } from '../store/like.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { anyObject, defined, description, name, search } from './fields.ts';
import { featured, inTenant } from './present.ts';

const hexColor = z.string().regex(/^#[\da-f]{3}([\da-f]{3})?$/i);
const url = z.string().url();
const optionalFields = z.object({
  description: description.optional(),
  customData: anyObject.optional(),
  isMfaRequired: z.boolean().optional(),
  color: z
    .object({ primaryColor: hexColor, isDarkModeEnabled: z.boolean(), darkPrimaryColor: hexColor })
    .partial()
    .optional(),
  branding: z.object({ logoUrl: url, darkLogoUrl: url, favicon: url, darkFavicon: url }).partial().optional(),
  customCss: z.string().nullable().optional(),
});

function withFeatured(store: Store, organization: { id: string }): object {
  const members = store.members.members(organization.id);
  const featuredUsers = members
    .slice(0, 3)
    .flatMap((id) => store.users.get(id) ?? [])
    .map(featured);
  return { ...inTenant(organization), usersCount: members.length, featuredUsers };
}

const blank = {
  description: null,
  customData: {},
  isMfaRequired: false,
  color: {},
  branding: {},
  customCss: null,
};

export const organizations = [
  route({
    method: 'POST',
    path: '/organizations',
    body: optionalFields.extend({ name }),
    handle({ store, body }) {
      const { name: called, ...given } = body;
      const row = { id: newId(12), name: called, ...blank, ...defined(given), createdAt: Date.now() };
      return created(inTenant(store.organizations.insert(row)));
    },
  }),
  route({
    method: 'GET',
    path: '/organizations',
    query: search.extend({ showFeatured: z.string().optional() }),
    handle({ store, query: { q, showFeatured } }) {
      const fits = q ? containing(q) : () => true;
      const rows = store.organizations.list().filter((row) => fits(row.id) || fits(row.name));
      const feature = showFeatured !== undefined && showFeatured !== 'false';
      return list(rows, (row) => (feature ? withFeatured(store, row) : inTenant(row)));
    },
  }),
  route({
    method: 'GET',
    path: '/organizations/{id}',
    handle({ store, params: { id } }) {
      const row = store.organizations.get(id);
      if (!row) throw notExistsWithId('organizations', id);
      return ok(inTenant(row));
    },
  }),
  route({
    method: 'PATCH',
    path: '/organizations/{id}',
    body: optionalFields.extend({ name: name.optional() }),
    handle({ store, params, body }) {
      if (Object.keys(body).length === 0) throw nothingToChange();
      const row = store.organizations.get(params.id);
      if (!row) throw notExists('organization');
      return ok(inTenant(store.organizations.update(row, defined(body), { moves: true })));
    },
  }),
  route({
    method: 'DELETE',
    path: '/organizations/{id}',
    handle({ store, params }) {
      if (!store.deleteOrganization(params.id)) throw notFound();
      return noContent();
    },
  }),
];
