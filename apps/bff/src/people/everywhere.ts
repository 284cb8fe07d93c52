import { normalizeEmailAddress, type FoundPerson, type Page, type PageRequest } from '@org-portal/contract';
import type { PeopleSearch } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import { withoutReplaced } from '../invitations/replaced.ts';
import { cutPage } from '../reply-page.ts';
import { byAddress, toFound, type Invited } from './invited.ts';
import { matcherOf, textsOf, type Texts } from './sought.ts';
import { foundAccount } from './found-account.ts';

/** Addresses of which is found out whether they have an account; more make the total a lower bound. */
const MOST = 200;

/** People in the whole tenant: accounts as Logto pages them, then addresses that were invited and have none. */
export async function findEverywhere(
  portal: Portal,
  search: PeopleSearch,
  page: PageRequest,
): Promise<Page<FoundPerson>> {
  const texts = textsOf(search);
  const { match, sensitive = false } = search;
  const [accounts, invited] = await Promise.all([
    portal.api.users.search(page, { texts, isExact: match === 'exact', isCaseSensitive: sensitive }),
    invitedOnly(portal, texts, search),
  ]);
  const before = Math.max(0, (page.page - 1) * page.pageSize - accounts.total);
  const room = page.pageSize - accounts.items.length;
  const isPastAccounts = page.page * page.pageSize > accounts.total;
  const addresses = isPastAccounts ? invited.items.slice(before, before + room) : [];
  return {
    items: [...accounts.items.map(foundAccount), ...addresses.map((one) => toFound(one, 'no_account'))],
    total: accounts.total + invited.items.length,
    isTotalCapped: accounts.isTotalCapped || invited.isTotalCapped,
  };
}

/** @returns addresses without an account to which invitations were sent */
async function invitedOnly(
  { api, database }: Portal,
  texts: Texts,
  search: PeopleSearch,
): Promise<Omit<Page<Invited>, 'total'>> {
  const { primaryEmail } = texts;
  if (primaryEmail === undefined) return { items: [], isTotalCapped: false };
  const fits = matcherOf({ primaryEmail }, search);
  const all = (await api.invitations.all()).filter(({ invitee }) => fits({ primaryEmail: invitee }));
  const invited = byAddress(await withoutReplaced(database, all, undefined));
  const { items } = cutPage(invited, { page: 1, pageSize: MOST });
  const accounts = await api.users.withEmails(items.map(({ email }) => email));
  const taken = new Set(accounts.map(({ primaryEmail: email }) => normalizeEmailAddress(email ?? '')));
  return { items: items.filter(({ email }) => !taken.has(email)), isTotalCapped: invited.length > MOST };
}
