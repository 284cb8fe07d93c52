import { REASON_HEADER } from '@org-portal/contract';
import { useCustomMutation, useInvalidate, type BaseRecord, type HttpError } from '@refinedev/core';
import type { InvalidateQueryFilters } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganizationIfAny } from '../organization/organization-context.ts';
import { problemLine } from '../problems/problem-words.ts';

export interface Change {
  method: 'post' | 'put' | 'patch' | 'delete';
  /** Another organization than that of the address. */
  organizationId?: string;
  /** Below the organization, where there is one, with places for `params`: `members/{memberId}/roles`. */
  path: string;
  params?: Record<string, string>;
  /** The body. */
  values?: object;
  /** What support staff gave as their reason. */
  reason?: string | undefined;
  /** Said when it is done, or how to say it from the answer; nothing is said without it. */
  success?: string | ((result: never) => string);
  /** After it, the organization is no longer open to the person, so nothing of it is read anew. */
  leadsAway?: boolean;
  /** Said when it failed, with the reason below; nothing is said without it, so that the caller can. */
  failure?: string;
}

/**
 * Changes something of the current organization, or across organizations: sends it, says how it went, and lets everything that is on the
 * screen be read anew, since a change may touch more than one list, and the person's own permissions too.
 */
export function useChange<Result extends BaseRecord = BaseRecord>() {
  const currentId = useOrganizationIfAny()?.id;
  const { t } = useTranslation();
  const invalidate = useInvalidate();
  const { mutateAsync, mutation } = useCustomMutation<Result, HttpError, object | undefined>();

  /** @returns what the portal answered; rejects with the data provider's error after it has been told */
  async function change(given: Change): Promise<Result> {
    const {
      organizationId = currentId,
      method,
      path,
      params,
      values,
      reason,
      success,
      failure,
      leadsAway = false,
    } = given;
    // Pressed twice, it is told once.
    const key = JSON.stringify([organizationId, method, path, params, values]);
    let isGone = false;
    try {
      const { data } = await mutateAsync({
        url: organizationId === undefined ? path : `organizations/{organizationId}/${path}`,
        method,
        values,
        meta: { ...params, organizationId },
        ...(reason && { config: { headers: { [REASON_HEADER]: encodeURIComponent(reason) } } }),
        successNotification: success
          ? (answer) => ({
              key,
              type: 'success',
              message: typeof success === 'string' ? success : success(answer?.data as never),
            })
          : false,
        errorNotification: failure
          ? (error) => ({ key, type: 'error', message: failure, description: problemLine(error, t) })
          : false,
      });
      isGone = leadsAway;
      return data;
    } finally {
      if (!isGone)
        void invalidate({
          invalidates: ['all'],
          ...(method === 'delete' && { invalidationFilters: allBut(Object.values(params ?? {})) }),
        });
    }
  }

  return { change, isPending: mutation.isPending };
}

/** What has been deleted is not to be read anew. */
function allBut(deletedIds: string[]): InvalidateQueryFilters {
  return {
    type: 'all',
    refetchType: 'active',
    predicate: ({ queryKey }) => !deletedIds.some((id) => queryKey.includes(id)),
  };
}
