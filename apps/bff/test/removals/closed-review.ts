import type { AccessReview, AccessReviewLine } from '@org-portal/contract';
import { REASON_HEADER } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { expect, vi } from 'vitest';
import type { Browser } from '../harness/browser.ts';
import type { ManagementApiByHand } from '../harness/management-api.ts';

export const REASON = 'ticket 4711, autumn review';
const because = { [REASON_HEADER]: encodeURIComponent(REASON) };

/** Makes an organization with members of these roles, each a list. @returns its id, and theirs in that order */
export async function newOrganization(
  operator: ManagementApiByHand,
  name: string,
  members: string[][],
): Promise<{ id: string; people: string[] }> {
  const { id } = await operator.call<{ id: string }>('POST', '/organizations', { name });
  const people = [];
  for (const [nth, organizationRoleIds] of members.entries()) {
    // Lines come in the order of names.
    const body = { name: `${name} ${String(nth).padStart(4, '0')}` };
    const { id: userId } = await operator.call<{ id: string }>('POST', '/users', body);
    people.push(userId);
    await operator.call('POST', `/organizations/${id}/users`, { userIds: [userId] });
    if (organizationRoleIds.length > 0)
      await operator.call('PUT', `/organizations/${id}/users/${userId}/roles`, { organizationRoleIds });
  }
  return { id, people };
}

/** @returns names of the roles that somebody holds there; nothing for who is no member */
export async function heldBy(
  operator: ManagementApiByHand,
  organization: string,
  userId: string,
): Promise<string[] | undefined> {
  const reply = await operator.send('GET', `/organizations/${organization}/users/${userId}/roles`);
  if (!reply.ok) return undefined;
  return ((await reply.json()) as { name: string }[]).map(({ name }) => name).sort();
}

export const showReview = async (browser: Browser, id: string): Promise<AccessReview> =>
  (await browser.get(`/api/access-reviews/${id}`)).json();

export async function linesOf(browser: Browser, id: string, query = ''): Promise<AccessReviewLine[]> {
  const rows: AccessReviewLine[] = [];
  for (let page = 1; ; page += 1) {
    const reply = await browser.get(`/api/access-reviews/${id}/lines?page=${page}&page_size=100${query}`);
    expect(reply.status).toBe(200);
    rows.push(...((await reply.json()) as AccessReviewLine[]));
    if (rows.length >= Number(reply.headers.get('total-number'))) return rows;
  }
}

/** Begins a review of the organizations, as who also reviews it. @returns it once it is open */
export async function openReview(browser: Browser, organizationIds: string[]): Promise<AccessReview> {
  const { user } = (await (await browser.get('/api/session')).json()) as { user: { id: string } };
  const reply = await browser.call('POST', '/api/access-reviews', {
    name: 'Autumn review',
    organizationIds,
    reviewerIds: [user.id],
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  expect(reply.status).toBe(201);
  const { id } = (await reply.json()) as AccessReview;
  return vi.waitFor(
    async () => {
      const review = await showReview(browser, id);
      expect(review.status).toBe('Open');
      return review;
    },
    { timeout: 60_000, interval: 20 },
  );
}

/** Reviews the organizations, marks the lines that are to be, and closes that. @returns its id */
export async function closedReview(
  browser: Browser,
  organizationIds: string[],
  isMarked: (line: AccessReviewLine) => boolean,
): Promise<string> {
  const { id } = await openReview(browser, organizationIds);
  const lines = (await linesOf(browser, id)).filter(isMarked);
  for (let first = 0; first < lines.length; first += 500) {
    const some = lines.slice(first, first + 500).map(({ number, version }) => ({ number, version }));
    const body = { lines: some, decision: 'remove' };
    expect((await browser.call('PUT', `/api/access-reviews/${id}/decisions`, body)).status).toBe(200);
  }
  expect((await browser.call('POST', `/api/access-reviews/${id}/close`)).status).toBe(200);
  return id;
}

/** Asks to have removed what was marked. */
export async function remove(
  browser: Browser,
  id: string,
  headers: Record<string, string> = because,
): Promise<{ status: number; body: AccessReview & { code?: string; permission?: string } }> {
  const reply = await browser.call('POST', `/api/access-reviews/${id}/removal`, undefined, headers);
  return { status: reply.status, body: await reply.json() };
}

/** @returns the review once nothing more is removed */
export const finished = (browser: Browser, id: string, timeout = 20_000): Promise<AccessReview> =>
  vi.waitFor(
    async () => {
      const review = await showReview(browser, id);
      expect(review.removal?.finishedAt).toEqual(expect.any(String));
      return review;
    },
    { timeout, interval: 20 },
  );

export const { admin, owner, member, viewer } = demo.organizationRoles;
