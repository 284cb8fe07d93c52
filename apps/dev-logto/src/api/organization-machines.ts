import { z } from 'zod';
import { constraintViolated, missingForeignKey, notFound } from '../http/request-error.ts';
import { createdWithoutBody, list, noContent, route } from '../http/route.ts';
import { containing } from '../store/like.ts';
import type { Store } from '../store/store.ts';
import { ids, search, someIds } from './fields.ts';
import { machineOf } from './present.ts';

/** What the foreign keys and the check on the application's type refuse. */
function assertMachines(store: Store, organizationId: string, applicationIds: readonly string[]): void {
  if (applicationIds.length > 0 && !store.organizations.has(organizationId)) throw missingForeignKey();
  const applications = applicationIds.map((id) => store.applications.get(id));
  if (applications.includes(undefined)) throw missingForeignKey();
  if (applications.some((one) => one?.type !== 'MachineToMachine')) throw constraintViolated();
}

/** The machine-to-machine applications that are members of an organization. */
export const organizationMachines = [
  route({
    method: 'GET',
    path: '/organizations/{id}/applications',
    query: search,
    handle({ store, params: { id }, query: { q } }) {
      const fits = q ? containing(q) : () => true;
      const rows = store.machines
        .members(id)
        .flatMap((applicationId) => store.applications.get(applicationId) ?? [])
        .filter((row) => fits(row.id) || fits(row.name) || fits(row.description ?? ''));
      return list(rows, machineOf(store, id));
    },
  }),
  route({
    method: 'POST',
    path: '/organizations/{id}/applications',
    body: z.object({ applicationIds: someIds }),
    handle({ store, params, body: { applicationIds } }) {
      assertMachines(store, params.id, applicationIds);
      for (const applicationId of applicationIds) store.machines.add(params.id, applicationId);
      return createdWithoutBody();
    },
  }),
  route({
    method: 'PUT',
    path: '/organizations/{id}/applications',
    body: z.object({ applicationIds: ids }),
    handle({ store, params, body: { applicationIds } }) {
      assertMachines(store, params.id, applicationIds);
      store.machines.replace(params.id, applicationIds);
      return noContent();
    },
  }),
  route({
    method: 'DELETE',
    path: '/organizations/{id}/applications/{applicationId}',
    handle({ store, params }) {
      if (!store.machines.remove(params.id, params.applicationId)) throw notFound();
      return noContent();
    },
  }),
];
