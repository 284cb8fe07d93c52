import type { Store } from '../store/store.ts';

/** How an organization's sign-in page looks: over Logto's own look, as far as the organization says. */
export interface Branding {
  readonly name: string;
  readonly logoUrl: string | undefined;
  /** Such as `#0b5cd6`. */
  readonly accent: string | undefined;
}

const shownImage = /^(https?:\/\/|data:image\/)/i;
const hexColor = /^#[\da-f]{3}([\da-f]{3})?$/i;
const matching = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** For the `organization_id` of an authorization request; undefined for one that does not exist. */
export function brandingOf(store: Store, organizationId: unknown): Branding | undefined {
  const organization = store.organizations.get(String(organizationId));
  if (!organization) return undefined;
  const { name, branding, color } = organization;
  return {
    name,
    logoUrl: matching(branding['logoUrl'], shownImage),
    accent: matching(color['primaryColor'], hexColor),
  };
}
