import type { Page, PageRequest, Reviewer } from '@org-portal/contract';
import { orNothing } from '../access/or-nothing.ts';
import type { Portal } from '../portal.ts';
import { cutPage } from '../reply-page.ts';

/** @returns a page of those who may be asked to review, by name: all of ops who can sign in */
export async function listReviewers(
  { api, settings }: Pick<Portal, 'api' | 'settings'>,
  page: PageRequest,
): Promise<Page<Reviewer>> {
  const roleId = await api.roles.idOf(settings.staff.opsRole);
  // Between the two questions the role may have been deleted.
  const holders = roleId === undefined ? [] : ((await orNothing(api.roles.holders(roleId))) ?? []);
  const reviewers = holders
    .filter(({ isSuspended }) => !isSuspended)
    .map(({ id, name, username, primaryEmail }) => ({ id, name: name ?? username, email: primaryEmail }))
    .sort((a, b) => sortedBy(a).localeCompare(sortedBy(b), 'en') || (a.id < b.id ? -1 : 1));
  return cutPage(reviewers, page);
}

const sortedBy = ({ id, name, email }: Reviewer) => name ?? email ?? id;
