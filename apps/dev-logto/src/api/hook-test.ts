import { z } from 'zod';
import { RequestError } from '../http/request-error.ts';
import { noContent, route } from '../http/route.ts';
import { hookEvents } from '../store/hook.ts';
import { configOf, findHook, hookBody } from './hooks.ts';

/** Sends made-up deliveries of the given events to the given address, signed with the hook's key. */
export const hookTest = [
  route({
    method: 'POST',
    path: '/hooks/{id}/test',
    body: z.object({ events: z.array(z.enum(hookEvents)).nonempty(), config: hookBody.shape.config }),
    async handle({ store, webhooks, params, body: { events, config } }) {
      const hook = { ...findHook(store, params.id), config: configOf(config) };
      for (const { response, error } of await webhooks.try(hook, events)) {
        if (error === undefined) continue;
        if (!response) throw new RequestError(422, 'hook.send_test_payload_failed', { message: error });
        const { statusCode: responseStatus, body } = response;
        const responseBody = typeof body === 'string' ? body : JSON.stringify(body);
        const data = { responseStatus, responseBody };
        throw new RequestError(422, 'hook.endpoint_responded_with_error', {}, { data });
      }
      return noContent();
    },
  }),
];
