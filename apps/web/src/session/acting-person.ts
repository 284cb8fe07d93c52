import { ACTING_PERSON_HEADER } from '@org-portal/contract';

/** The person whose name this page shows, from its first reading of the session until it is left. */
let actingPerson: string | undefined;

export const actingPersonId = () => actingPerson;

/** @returns whether the page shows this person, which it does from now on if it shows nobody yet */
export function actAs(personId: string): boolean {
  actingPerson ??= personId;
  return actingPerson === personId;
}

/** Sent with every call, so that nothing is done in the name of somebody else who has signed in meanwhile. */
export const actingPersonHeaders = (): Record<string, string> =>
  actingPerson === undefined ? {} : { [ACTING_PERSON_HEADER]: actingPerson };
