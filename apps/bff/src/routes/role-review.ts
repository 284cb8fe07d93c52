import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PersonParams, PersonPermissions, RoleMatrix } from '@org-portal/contract/schema';
import { asStaff } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { readMatrix } from '../role-review/matrix.ts';
import { permissionsOf } from '../role-review/person-permissions.ts';

const tags = ['role review'];

/** Which role gives what, and who may do what by which role. */
export const roleReviewRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/api/role-matrix',
    {
      config: asStaff('ops'),
      schema: { tags, summary: 'Roles and the permissions that they give', response: { 200: RoleMatrix } },
    },
    () => readMatrix(portal.api),
  );

  app.get(
    '/api/people/:personId/permissions',
    {
      config: asStaff('ops'),
      schema: {
        tags,
        summary: 'What somebody may do where, and by which role',
        params: PersonParams,
        response: { 200: PersonPermissions },
      },
    },
    ({ params }) => permissionsOf(portal, params.personId),
  );
};
