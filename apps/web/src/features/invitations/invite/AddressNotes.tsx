import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Invitee } from './invitees.ts';
import { RepeatedNote } from './RepeatedNote.tsx';

interface AddressNotesProps {
  invitees: readonly Invitee[];
  repeated: readonly string[];
  onRemoveInvalid: () => void;
}

/** What is to be said of the addresses while they are entered. */
export function AddressNotes({ invitees, repeated, onRemoveInvalid }: AddressNotesProps) {
  const { t } = useTranslation();
  const invalid = invitees.filter(({ isValid }) => !isValid).length;
  const valid = invitees.length - invalid;
  return (
    <div className="address-notes" role="status">
      {valid > 1 && <p>{t('invitations.addressCount', { count: valid })}</p>}
      {invalid > 0 && (
        <p className="status-mark is-error">
          <ExclamationCircleFilled aria-hidden />
          <span>{t('invitations.invalidCount', { count: invalid })}</span>
          <Button type="link" size="small" onClick={onRemoveInvalid}>
            {t('invitations.removeInvalid', { count: invalid })}
          </Button>
        </p>
      )}
      {repeated.length > 0 && <RepeatedNote repeated={repeated} />}
    </div>
  );
}
