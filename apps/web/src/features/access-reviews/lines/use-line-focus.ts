import { useState, type RefObject } from 'react';

/** Which line of the table the keys are at: one of them can be reached by Tab, the arrows go on from there. */
export function useLineFocus(region: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const [at, setAt] = useState<string>();
  const tabStop = at !== undefined && ids.includes(at) ? at : ids[0];

  function focus(id: string | undefined) {
    if (id === undefined) return;
    setAt(id);
    region.current?.querySelector<HTMLElement>(`tr[data-row-key="${CSS.escape(id)}"]`)?.focus();
  }

  return {
    /** The line that Tab leads to. */
    tabStop,
    setAt,
    focus,
    /** @returns the line that is so many further, or the last there is */
    beside(id: string, step: number): string | undefined {
      const place = ids.indexOf(id) + step;
      return ids[Math.min(Math.max(place, 0), ids.length - 1)];
    },
  };
}
