import { useEffect, useRef } from 'react';

/**
 * When the element that has the focus is taken off the page, such as a row's button with its row, the focus would
 * fall back to the start of the page. It goes to the list around it instead.
 * @returns what to spread on the list's element
 */
export function useKeptFocus(items: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) list.current?.focus();
  }, [items]);
  return {
    ref: list,
    tabIndex: -1,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ relatedTarget }: { relatedTarget: EventTarget | null }) => {
      if (relatedTarget !== null) isInside.current = false;
    },
  };
}
