const touched = new WeakSet<object>();

/** Notes that a session is saved only to put off its end. */
export const markTouched = (session: object): void => void touched.add(session);

/** @returns whether nothing is lost with the session when it cannot be saved, but some of its time */
export const isOnlyTouched = (session: object): boolean => touched.has(session);
