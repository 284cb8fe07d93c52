import { useCallback, useSyncExternalStore } from 'react';

/** @returns whether the media query matches, now and as that changes */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** A phone, or a window as narrow as one: cards in place of tables, the navigation in a drawer. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 767px)');
}
