import { MAX_REVIEW_ORGANIZATIONS } from '@org-portal/contract';
import type { DataProviderError } from '@org-portal/refine-data-provider';
import type { HttpError } from '@refinedev/core';
import type { TFunction } from 'i18next';
import type { BeginValues } from './begin-values.ts';

type Field = 'name' | 'organizationIds' | 'roleIds' | 'reviewerIds' | 'dueAt';
const FIELDS: readonly Field[] = ['name', 'organizationIds', 'roleIds', 'reviewerIds', 'dueAt'];

/**
 * @param errors as the portal refused the form: `reviewerIds.0` → what is wrong
 * @param nameOf what a role or reviewer is called
 * @returns what each field is marked with, in words
 */
export function beginFaults(
  { errors = {} }: Partial<HttpError>,
  values: BeginValues,
  nameOf: (id: string) => string,
  t: TFunction,
): { name: keyof BeginValues; errors: string[] }[] {
  const found = new Map<keyof BeginValues, string[]>();
  for (const path of Object.keys(errors)) {
    const [head, nth] = path.split('.');
    const field = FIELDS.find((known) => known === head);
    if (!field) continue;
    const ids = field === 'roleIds' || field === 'reviewerIds' ? values[field] : [];
    const words = t(`accessReviews.form.faults.${field}`, {
      name: nameOf(ids[Number(nth)] ?? ''),
      most: MAX_REVIEW_ORGANIZATIONS,
    });
    const name = field === 'dueAt' ? (values.weeks === 0 ? 'day' : 'weeks') : field;
    found.set(name, [...(found.get(name) ?? []), words]);
  }
  return [...found].map(([name, faults]) => ({ name, errors: faults }));
}

/** @returns how many lines the review would have, where it was refused for that */
export function linesTooMany(error: unknown): number | undefined {
  const { problem } = error as Partial<DataProviderError> & { problem?: { code?: string; lines?: number } };
  return problem?.code === 'review.too_large' ? (problem.lines ?? 0) : undefined;
}
