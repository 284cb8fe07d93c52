/** `people`: somebody is looking at a screen and waits. `bulk`: imports and the like, which have time. */
export type Priority = 'people' | 'bulk';

/** The more urgent first. */
export const PRIORITIES: readonly Priority[] = ['people', 'bulk'];
