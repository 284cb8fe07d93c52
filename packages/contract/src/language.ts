/** The languages that the portal speaks and writes in (BCP 47); the first is the one for everybody else. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];
