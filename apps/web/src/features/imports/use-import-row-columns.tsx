import type { Import, ImportRow } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ImportRowLink } from './ImportRowLink.tsx';
import { ImportRowStateMark } from './ImportRowStateMark.tsx';

export function useImportRowColumns({ by }: Import): RecordColumn<ImportRow & { id: string }>[] {
  const { t } = useTranslation();
  const columns: RecordColumn<ImportRow & { id: string }>[] = [
    {
      key: 'address',
      kind: 'heading',
      title: t('imports.address'),
      width: '36%',
      render: ({ invitee, name }) => (
        <span className="import-person">
          <CutText>{invitee}</CutText>
          {name && <span className="muted">{name}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('imports.state'),
      render: ({ state, problem }) => (
        <span className="import-row-state">
          <ImportRowStateMark state={state} by={by} />
          {problem && <span className="muted">{problemCodeWords(problem.code, t)}</span>}
        </span>
      ),
    },
    {
      key: 'roles',
      title: t('imports.roles'),
      width: '16%',
      render: ({ roles }) => <RoleTags roles={roles} />,
    },
    {
      key: 'expiry',
      title: t('imports.expiry'),
      width: 120,
      render: ({ expiresAt }) => <RelativeTime instant={expiresAt} />,
    },
    { key: 'number', title: t('imports.row'), width: 72, render: ({ number }) => number },
  ];
  if (by === 'mail') return columns;
  return [
    ...columns,
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 120,
      render: (row) => <ImportRowLink row={row} />,
    },
  ];
}
