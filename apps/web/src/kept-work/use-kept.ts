import type { FormInstance } from 'antd';
import { useEffect, useEffectEvent, useState, type Dispatch, type SetStateAction } from 'react';
import { addSent, addSource, workOf } from './kept-work.ts';

/**
 * As `useState`, but the value survives that the page is left to sign in again. For what is typed or chosen, and for which
 * dialog is open; never for secrets.
 * @param name of its own on the page
 */
export function useKeptState<Value>(
  name: string,
  initial: Value | (() => Value),
): [Value, Dispatch<SetStateAction<Value>>] {
  const [start] = useState(initial);
  const [value, setValue] = useState(() => (workOf(name) as Value | undefined) ?? start);
  useKept(name, () => (value === start ? undefined : value));
  return [value, setValue];
}

/**
 * The same for the fields of a form.
 * @returns the values that it was left with, for the form's `initialValues`
 */
export function useKeptForm<Values>(form: FormInstance<Values>, name: string): Partial<Values> {
  const [kept] = useState(() => workOf(name) as Partial<Values> | undefined);
  useKept(name, () => (kept || form.isFieldsTouched() ? form.getFieldsValue(true) : undefined));
  return kept ?? {};
}

/** @param read what is to be kept now; undefined: nothing */
export function useKept(name: string, read: () => unknown): void {
  const readNow = useEffectEvent(read);
  useEffect(() => addSource(name, () => readNow()), [name]);
}

/** While a dialog shows what came of it, or is being sent, neither it nor what led to it is kept. */
export function useSent(isSent: boolean): void {
  useEffect(() => (isSent ? addSent() : undefined), [isSent]);
}
