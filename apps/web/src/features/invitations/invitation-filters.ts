/** What is chosen from. */
export const CHOICES = ['role', 'inviter', 'expiring', 'asked'] as const;

/** All that the list is narrowed by, but for the state, which has its tabs. */
export const FILTERS = ['q', ...CHOICES] as const;
