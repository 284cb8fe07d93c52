import type { RoleMatrix } from '@org-portal/contract';
import { useSearchParams } from 'react-router';

/** Roles that fit beside each other; the others are chosen. */
const FIT = 6;

/** What is shown of the matrix, kept in the address. */
export function useMatrixState(matrix: RoleMatrix | undefined) {
  const [query, setQuery] = useSearchParams();
  const known = matrix?.roles ?? [];
  const asked = (query.get('roles') ?? '').split(',');
  const chosen = known.filter(({ id }) => asked.includes(id));
  const set = (name: string, value: string, replace = false) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace },
    );
  return {
    q: query.get('q') ?? '',
    differing: query.get('differing') === 'true',
    chosen,
    shown: chosen.length > 0 ? chosen : known.slice(0, FIT),
    setQ: (q: string) => set('q', q, true),
    setDiffering: (differing: boolean) => set('differing', differing ? 'true' : ''),
    choose: (roleIds: readonly string[]) => set('roles', roleIds.join(',')),
    clear: () => setQuery({}),
  };
}

export type MatrixState = ReturnType<typeof useMatrixState>;
