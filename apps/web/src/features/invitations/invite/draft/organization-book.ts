/** An organization by what a row calls it; `looking`: it is not known yet; nothing: none, or several. */
export type FoundOrganization = { id: string; name: string } | 'looking' | undefined;

export type OrganizationBook = (written: string | undefined) => FoundOrganization;

/** The same organization, however its name is written. */
export const organizationKey = (written: string) => written.normalize('NFKC').trim().toLowerCase();
