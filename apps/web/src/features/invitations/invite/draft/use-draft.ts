import type { InviteBy } from '@org-portal/contract';
import { useMemo, useState } from 'react';
import { useOrganization } from '../../../../organization/organization-context.ts';
import { useRolesQuery } from '../../../../permissions/roles-query.ts';
import type { ReadPerson } from '../read/read-people.ts';
import type { DraftRow, OwnValue } from './draft-row.ts';
import { addPeople, changeRow, dropOwn, NO_ROWS, removeRows } from './draft-rows.ts';
import { countStates, judgeRows } from './judge-rows.ts';
import { roleBook } from './role-book.ts';
import { useCheck } from './use-check.ts';
import { useOrganizationBook } from './use-organization-book.ts';
import { useKeptState } from '../../../../kept-work/use-kept.ts';
import { serverNow } from '../../../../clock/server-time.ts';

/** The list of people to invite, with what would come of each row. */
export function useDraft() {
  const { access } = useOrganization();
  const { query } = useRolesQuery();
  const [all, setAll] = useKeptState('invite.rows', NO_ROWS);
  const [file, setFile] = useKeptState<string | undefined>('invite.file', undefined);
  const [now] = useState(serverNow);
  const { rows } = all;

  const roles = useMemo(
    () => roleBook(query.data?.data ?? [], access.assignableRoleIds),
    [query.data, access.assignableRoleIds],
  );
  const book = useOrganizationBook(rows);
  const organizations = book.find;
  const wanted = useMemo(() => {
    const addresses = new Map<string, string[]>();
    for (const { isAddress, address, organization } of rows) {
      const found = organizations(organization);
      if (!isAddress || typeof found !== 'object') continue;
      const list = addresses.get(found.id);
      if (list) list.push(address);
      else addresses.set(found.id, [address]);
    }
    return addresses;
  }, [rows, organizations]);
  const check = useCheck(wanted);
  const { known } = check;
  const judged = useMemo(
    () => judgeRows(rows, { roles, organizations, known, now }),
    [rows, roles, organizations, known, now],
  );
  const counts = useMemo(() => countStates(judged), [judged]);
  const ready = counts.get('ready') ?? 0;
  const by: InviteBy = check.isEmailConfigured === false ? 'link' : 'mail';
  const remove = (isGone: (row: DraftRow) => boolean) =>
    setAll((before) => removeRows(before, new Set(before.rows.filter(isGone).map(({ id }) => id))));

  return {
    rows,
    judged,
    counts,
    ready,
    roles,
    organizations,
    lookUp: { error: book.error, retry: book.retry },
    check,
    by,
    /** Of the file that was read last. */
    file,
    /** By id, of those that rows are for. */
    organizationNames: () =>
      new Map(
        rows.flatMap(({ organization }) => {
          const found = organizations(organization);
          return typeof found === 'object' ? [[found.id, found.name]] : [];
        }),
      ),
    /** Rows name organizations that are still being looked up. */
    isLooking: judged.some(({ state, organizationId }) => state === 'ready' && organizationId === ''),
    add(people: readonly ReadPerson[], from?: string) {
      setAll((before) => addPeople(before, people));
      if (from) setFile(from);
    },
    change: (id: string, values: Omit<DraftRow, 'id' | 'isAddress'>) =>
      setAll((before) => changeRow(before, id, values)),
    remove: (ids: readonly string[]) => setAll((before) => removeRows(before, new Set(ids))),
    removeAddresses(addresses: readonly string[]) {
      const gone = new Set(addresses);
      remove(({ address }) => gone.has(address));
    },
    removeOrganizations(ids: readonly string[]) {
      const gone = new Set(judged.filter((row) => ids.includes(row.organizationId)).map(({ id }) => id));
      remove(({ id }) => gone.has(id));
    },
    dropOwn: (value: OwnValue) => setAll((before) => dropOwn(before, value)),
    checkAgain: check.forget,
  };
}

export type Draft = ReturnType<typeof useDraft>;
