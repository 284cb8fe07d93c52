/**
 * Request header with the id of the person that a page acts for. Where the session is somebody else's by now, nothing is
 * done: 409 `session.changed`.
 */
export const ACTING_PERSON_HEADER = 'portal-person';
