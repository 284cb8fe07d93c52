import type { AccessReview, AccessReviewInput } from '@org-portal/contract';

/** What the form that begins a review holds. */
export interface BeginValues {
  name: string;
  /** None: all. */
  organizationIds: string[];
  /** None: all. */
  roleIds: string[];
  reviewerIds: string[];
  /** Weeks from now; 0: it is `day`. */
  weeks: number;
  /** As in 2026-12-24, where the person is. */
  day: string;
}

export const DUE_WEEKS = [1, 2, 4] as const;

const idsIn = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

/** @returns the form as an address fills it: `?organization=a,b&role=c` */
export function valuesOf(query: URLSearchParams, ownId: string): BeginValues {
  return {
    name: query.get('name') ?? '',
    organizationIds: idsIn(query.get('organization')),
    roleIds: idsIn(query.get('role')),
    reviewerIds: [ownId],
    weeks: 2,
    day: '',
  };
}

/** @returns the form filled as a review was that is to be narrowed */
export const valuesAgain = ({ name, scope, reviewers, dueAt }: AccessReview): BeginValues => ({
  name,
  organizationIds: scope.organizationIds ?? [],
  roleIds: scope.roleIds ?? [],
  reviewerIds: reviewers.map(({ id }) => id),
  weeks: 0,
  day: localDay(new Date(dueAt)),
});

/** @param now milliseconds */
export function inputOf(values: BeginValues, now: number): AccessReviewInput {
  const { name, organizationIds, roleIds, reviewerIds, weeks, day } = values;
  return {
    name: name.trim(),
    ...(organizationIds.length > 0 && { organizationIds }),
    ...(roleIds.length > 0 && { roleIds }),
    reviewerIds,
    dueAt: (weeks === 0 ? endOfDay(day) : dayIn(weeks, now)).toISOString(),
  };
}

/** @returns the last moment of that day, where the person is */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59`);

function dayIn(weeks: number, now: number): Date {
  const due = new Date(now);
  due.setDate(due.getDate() + 7 * weeks);
  return endOfDay(localDay(due));
}

/** @returns as in 2026-12-24, where the person is */
export function localDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
