import { useEffect, useEffectEvent } from 'react';
import { isForPage } from './page-keys.ts';

/**
 * A shortcut of one key for the whole page.
 * @param key as `KeyboardEvent.key` has it; letters in lower case
 */
export function usePageKey(key: string, act: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.key.toLowerCase() !== key || !isForPage(event))
      return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
