import { useLayoutEffect, useRef } from 'react';
import { beginOpening } from '../keys/opening-keys.ts';
import { useFocusBack } from './opener.ts';

/**
 * For a dialog: makes keys wait until it can take them, and gives the focus back when it is gone.
 * @returns what to call when it has opened and has the focus, or has closed
 */
export function useOpening(): () => void {
  const end = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    end.current = beginOpening();
    return end.current;
  }, []);
  useFocusBack();
  return () => end.current?.();
}
