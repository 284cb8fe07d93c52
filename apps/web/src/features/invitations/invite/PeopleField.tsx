import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft/use-draft.ts';
import { readPeople } from './read/read-people.ts';
import { endsAddress, isUnfinished } from './typed-address.ts';
import { useAfterPress } from './use-after-press.ts';
import { useFile } from './use-file.ts';
import { useKeptState } from '../../../kept-work/use-kept.ts';

interface PeopleFieldProps {
  draft: Draft;
  /** Why nothing can be sent. */
  fault: string | undefined;
}

/** Takes people as they are typed, pasted, dropped or chosen as a file, and adds them to the list. */
export function PeopleField({ draft, fault }: PeopleFieldProps) {
  const { t } = useTranslation();
  const afterPress = useAfterPress();
  const chooser = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useKeptState('invite.typed', '');
  const [added, setAdded] = useState('');
  const file = useFile(draft, setAdded);

  function add(text: string) {
    const people = readPeople(text, draft.roles.names);
    setTyped('');
    if (people.length === 0) return;
    draft.add(people);
    file.forgetFault();
    setAdded(t('invite.added', { count: people.length }));
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain');
    const whole = typed.slice(0, selectionStart ?? 0) + pasted + typed.slice(selectionEnd ?? typed.length);
    if (isUnfinished(whole)) return;
    event.preventDefault();
    add(whole);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return;
    // It ends an address, and must not send the form when pressed once more.
    event.preventDefault();
    add(typed);
  }

  const wrong = file.fault ?? fault;
  return (
    <div className={file.isOver ? 'people-field is-over' : 'people-field'} {...file.dropProps}>
      <Form.Item
        htmlFor="invitees"
        label={t('invitations.addresses')}
        extra={file.isOver ? t('invite.dropHere') : t('invite.addressesHint')}
        validateStatus={wrong ? 'error' : ''}
        help={wrong && <span role="alert">{wrong}</span>}
      >
        <div className="people-field-row">
          <Input
            id="invitees"
            value={typed}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={wrong !== undefined}
            onChange={({ target, nativeEvent }) => {
              const isComposing = (nativeEvent as InputEvent).isComposing;
              if (!isComposing && endsAddress(target.value)) add(target.value);
              else setTyped(target.value);
            }}
            onPaste={onPaste}
            onKeyDown={onKeyDown}
            onBlur={() => afterPress(() => add(typed))}
          />
          <Button icon={<UploadOutlined />} loading={file.isReading} onClick={() => chooser.current?.click()}>
            {t('invite.chooseFile')}
          </Button>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={({ target }) => {
              void file.read([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </div>
      </Form.Item>
      <p className="visually-hidden" role="status">
        {added}
      </p>
    </div>
  );
}
