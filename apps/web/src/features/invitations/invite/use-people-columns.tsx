import { MAX_EXPIRY_DAYS, MAX_IMPORT_ROWS } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { CutText } from '../../../ui/CutText.tsx';
import type { RecordColumn } from '../../../ui/record-column.ts';
import type { JudgedRow } from './draft/judge-rows.ts';
import type { Draft } from './draft/use-draft.ts';
import { OwnExpiry } from './OwnExpiry.tsx';
import { OwnRoles } from './OwnRoles.tsx';
import { RowStateMark } from './RowStateMark.tsx';

/** @param onEdit called with the row's id */
export function usePeopleColumns(draft: Draft, onEdit: (id: string) => void): RecordColumn<JudgedRow>[] {
  const { t } = useTranslation();
  const has = (value: 'roles' | 'expiry' | 'organization') =>
    draft.rows.some((row) => row[value] !== undefined);
  const columns: (RecordColumn<JudgedRow> | false)[] = [
    {
      key: 'address',
      kind: 'heading',
      title: t('invite.address'),
      render: ({ address, name, state, wrong = '' }) => (
        <span className="person-cell">
          <CutText>{address || t('invite.noAddress')}</CutText>
          {name && <span className="muted">{name}</span>}
          {state !== 'ready' && (
            <span className="muted">
              {t(`invite.reasons.${state}`, {
                wrong,
                max: state === 'over' ? MAX_IMPORT_ROWS : MAX_EXPIRY_DAYS,
              })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('invitations.status'),
      width: 164,
      render: ({ state }) => <RowStateMark state={state} />,
    },
    has('organization') && {
      key: 'organization',
      title: t('invite.organization'),
      width: '16%',
      render: (row) => {
        const found = draft.organizations(row.organization);
        return <CutText>{typeof found === 'object' ? found.name : (row.organization ?? '')}</CutText>;
      },
    },
    has('roles') && {
      key: 'roles',
      title: t('invite.roles'),
      width: '16%',
      render: (row) => <OwnRoles row={row} roles={draft.roles} />,
    },
    has('expiry') && {
      key: 'expiry',
      title: t('invite.expiry'),
      width: 144,
      render: ({ expiry }) => <OwnExpiry expiry={expiry} />,
    },
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 132,
      render: ({ id, address }) => (
        <span className="row-actions">
          <ActionButton label={t('invite.editOf', { address })} onClick={() => onEdit(id)}>
            {t('invite.edit')}
          </ActionButton>
          <ActionButton label={t('invite.removeOf', { address })} onClick={() => draft.remove([id])}>
            {t('invite.remove')}
          </ActionButton>
        </span>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}
