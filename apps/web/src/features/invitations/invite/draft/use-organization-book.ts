import type { Organization } from '@org-portal/contract';
import { useDataProvider } from '@refinedev/core';
import { useEffect, useMemo, useState } from 'react';
import { listFilter } from '../../../../list/list-address.ts';
import { useOrganization } from '../../../../organization/organization-context.ts';
import { useSession } from '../../../../session/session-context.ts';
import type { DraftRow } from './draft-row.ts';
import { organizationKey, type FoundOrganization, type OrganizationBook } from './organization-book.ts';

/**
 * Looks up the organizations that rows name, one after another. Only support staff invite into others than the one on
 * the screen; for everybody else there is no other.
 */
export function useOrganizationBook(rows: readonly DraftRow[]) {
  const { id, name } = useOrganization();
  const isSupport = useSession().staffRoles.includes('support');
  const dataProvider = useDataProvider()();
  const [found, setFound] = useState<ReadonlyMap<string, FoundOrganization>>(new Map());
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);

  const written = useMemo(
    () =>
      new Map(
        rows.flatMap(({ organization }) =>
          organization ? [[organizationKey(organization), organization]] : [],
        ),
      ),
    [rows],
  );
  const next = isSupport ? [...written].find(([key]) => !found.has(key)) : undefined;
  const [nextKey, nextText] = next ?? [];

  useEffect(() => {
    if (nextKey === undefined || nextText === undefined) return;
    let isStale = false;
    void lookUp(dataProvider, nextText).then(
      (organization) => {
        if (!isStale) setFound((before) => new Map([...before, [nextKey, organization]]));
      },
      (refusal: unknown) => {
        if (!isStale) setError(refusal);
      },
    );
    return () => {
      isStale = true;
    };
  }, [dataProvider, nextKey, nextText, attempt]);

  const find = useMemo((): OrganizationBook => {
    const current = { id, name };
    return (text) => {
      if (text === undefined || text === id) return current;
      const key = organizationKey(text);
      if (!isSupport) return key === organizationKey(name) ? current : undefined;
      return found.has(key) ? found.get(key) : 'looking';
    };
  }, [id, name, isSupport, found]);

  return {
    find,
    /** Why the next one could not be looked up. */
    error,
    retry() {
      setError(undefined);
      setAttempt(attempt + 1);
    },
  };
}

type Provider = ReturnType<ReturnType<typeof useDataProvider>>;

/** @returns the one with this id, or the only one with this name */
async function lookUp({ getList }: Provider, written: string): Promise<FoundOrganization> {
  const { data } = await getList<Organization>({
    resource: 'organizations',
    filters: [listFilter('q', written)],
    pagination: { currentPage: 1, pageSize: 20 },
  });
  const byId = data.find(({ id }) => id === written);
  const byName = data.filter(({ name }) => organizationKey(name) === organizationKey(written));
  return byId ?? (byName.length === 1 ? byName[0] : undefined);
}
