import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressNotes } from './AddressNotes.tsx';
import { AddressTag } from './AddressTag.tsx';
import { addInvitees, endsAddress, isUnfinished, type Invitee } from './invitees.ts';
import { useAfterPress } from './use-after-press.ts';

interface AddressFieldProps {
  id?: string;
  value?: Invitee[];
  onChange?: (invitees: Invitee[]) => void;
}

/** Takes addresses, typed or pasted, and shows each as a tag that can be edited and removed. A form field. */
export function AddressField({ id, value = [], onChange }: AddressFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const afterPress = useAfterPress();
  const [typed, setTyped] = useState('');
  /** Where what is typed belongs, when it was a tag before. */
  const [place, setPlace] = useState<number>();
  const [repeated, setRepeated] = useState<string[]>([]);

  useEffect(() => {
    if (document.activeElement === input.current) input.current?.scrollIntoView({ block: 'nearest' });
  }, [value]);

  function add(text: string) {
    const addition = addInvitees(value, text, place);
    setTyped('');
    setPlace(undefined);
    if (addition.invitees.length === value.length && addition.repeated.length === 0) return;
    if (addition.repeated.length > 0) setRepeated(addition.repeated);
    onChange?.(addition.invitees);
  }

  function remove(index: number) {
    onChange?.(value.toSpliced(index, 1));
    setRepeated([]);
    input.current?.focus();
  }

  function edit(index: number) {
    onChange?.(value.toSpliced(index, 1));
    setTyped(value[index]?.address ?? '');
    setPlace(index);
    setRepeated([]);
    input.current?.focus();
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
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      // It ends an address, and must not send the form when pressed once more.
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      event.preventDefault();
      edit(value.length - 1);
    }
  }

  return (
    <>
      <div
        className="address-field"
        onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
      >
        {value.length > 0 && (
          <ul aria-label={t('invitations.enteredAddresses')}>
            {value.map((invitee, index) => (
              <AddressTag
                key={invitee.address}
                invitee={invitee}
                onEdit={() => edit(index)}
                onRemove={() => remove(index)}
              />
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          autoFocus
          value={typed}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target, nativeEvent }) => {
            const isComposing = (nativeEvent as InputEvent).isComposing;
            if (!isComposing && endsAddress(target.value)) add(target.value);
            else setTyped(target.value);
          }}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onBlur={() => afterPress(() => add(typed))}
        />
      </div>
      <AddressNotes
        invitees={value}
        repeated={repeated}
        onRemoveInvalid={() => {
          onChange?.(value.filter(({ isValid }) => isValid));
          input.current?.focus();
        }}
      />
    </>
  );
}
