import type { Branding } from './branding.ts';
import type { Words } from './words.ts';

/** What every page of a sign-in shows the same way. */
export interface Look {
  readonly lang: string;
  readonly words: Words;
  readonly branding: Branding | undefined;
}
