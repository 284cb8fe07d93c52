import type { GoConfig, RouterProvider } from '@refinedev/core';
import base from '@refinedev/react-router';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { readListAddress, writeListAddress, type ListState } from '../list/list-address.ts';
import { OWN_STEP } from '../list/list-mount.ts';

/**
 * Adds the state of a list, as the address has it, to what the binding reads from the address. Nothing else of the query is
 * passed on: Refine would take it into the `meta`, and so into the key, of every read, and each step of a list, which changes
 * the address after the list, would read all twice.
 */
function useParse() {
  const parse = base.parse?.();
  const { search } = useLocation();
  return useCallback(() => {
    const parsed = parse?.() ?? {};
    return { ...parsed, params: readListAddress(search) };
  }, [parse, search]);
}

/** Writes the state of a list into the address; whatever else goes as the binding has it. */
function useGo() {
  const go = base.go?.();
  const navigate = useNavigate();
  const { search } = useLocation();
  return useCallback(
    (config: GoConfig) => {
      if (!isListState(config.query)) return go?.(config);
      const next = writeListAddress(search, config.query);
      if (config.type === 'path') return next.search;
      if (next.search !== search) {
        void navigate({ search: next.search }, { replace: !next.isStep, state: OWN_STEP });
      }
      return undefined;
    },
    [go, navigate, search],
  );
}

function isListState(query: GoConfig['query']): query is ListState & Record<string, unknown> {
  return query !== undefined && 'currentPage' in query && 'pageSize' in query;
}

/**
 * Refine's binding to react-router, with two of its parts replaced for lists: their state is written in words that
 * people can read and edit (`?page=2&q=ada`), escaped, which the binding does not do; and a step to another page or
 * filter is a step in the history, so that Back goes one step back, while each letter of a search is not.
 */
export const routerProvider: RouterProvider = { ...base, parse: useParse, go: useGo };
