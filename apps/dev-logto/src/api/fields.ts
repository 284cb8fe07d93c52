import { z } from 'zod';

/** Pieces of request schemas, with the limits of openapi.json. */
export const name = z.string().min(1).max(128);
export const description = z.string().max(256).nullable();
export const id = z.string().min(1);
export const ids = z.array(id);
export const someIds = ids.min(1);
export const anyObject = z.record(z.unknown());
export const roleType = z.enum(['User', 'MachineToMachine']);
export const search = z.object({ q: z.string().optional() });

type Defined<Given> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** Only what was given: `undefined` is no value to store. */
export function defined<Given extends object>(given: Given): Defined<Given> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Defined<Given>;
}
