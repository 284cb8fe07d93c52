import swagger from '@fastify/swagger';
import { ProblemSchema } from '@org-portal/contract/schema';
import { PROBLEM_MEDIA_TYPE } from '@org-portal/contract';
import fp from 'fastify-plugin';

/** Collects the routes' schemas into an OpenAPI document, each with its authority and the problem it may answer. */
export const openApi = fp(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Org Portal',
        version: '1',
        description: 'The API between the portal’s pages and its server',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'portal-session' } },
      },
    },
    transform: ({ schema, url, route }) => {
      const authority = route.config?.authority;
      const documented = { ...schema } as Record<string, unknown>;
      documented['security'] = authority === 'public' ? [] : [{ session: [] }];
      documented['x-authority'] = authority;
      if (url.startsWith('/api/') || url.startsWith('/auth/')) {
        documented['response'] = {
          ...(schema?.response as object | undefined),
          default: { description: 'Problem', content: { [PROBLEM_MEDIA_TYPE]: { schema: ProblemSchema } } },
        };
      }
      return { schema: documented as typeof schema, url };
    },
  });
});
