import { CloseOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Invitee } from './invitees.ts';

interface AddressTagProps {
  invitee: Invitee;
  onEdit: () => void;
  onRemove: () => void;
}

/** An entry of the list: a click edits it, the cross removes it. */
export function AddressTag({ invitee: { address, isValid }, onEdit, onRemove }: AddressTagProps) {
  const { t } = useTranslation();
  return (
    <li className={isValid ? 'address-tag' : 'address-tag is-invalid'}>
      <button
        type="button"
        title={address}
        aria-label={t(isValid ? 'invitations.editAddress' : 'invitations.editInvalidAddress', { address })}
        onClick={onEdit}
      >
        {!isValid && <ExclamationCircleFilled aria-hidden />}
        <span className="cut-text" dir="auto">
          {address}
        </span>
        {!isValid && <strong>{t('invitations.notValid')}</strong>}
      </button>
      <button type="button" aria-label={t('invitations.removeAddress', { address })} onClick={onRemove}>
        <CloseOutlined aria-hidden />
      </button>
    </li>
  );
}
