import type { Organization } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { useDeferredValue, useState } from 'react';
import { listFilter } from '../list/list-address.ts';

/** The organizations that a text finds, 20 at the most. @param isEnabled whether they are asked for */
export function useOrganizationSearch(isEnabled = true) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { result, query } = useList<Organization, HttpError>({
    resource: 'organizations',
    filters: q ? [listFilter('q', q)] : [],
    pagination: { pageSize: 20 },
    errorNotification: false,
    queryOptions: { enabled: isEnabled },
  });
  return {
    text,
    setText,
    found: result.data,
    /** How many there are beyond those. */
    more: Math.max(0, (result.total ?? 0) - result.data.length),
    query,
  };
}
