import { useEffect, useRef } from 'react';

/** Reads a list anew whenever something has become of one of its rows. @param counts how many are in which state */
export function useReadAnew(counts: string | undefined, reload: () => void): void {
  const read = useRef({ counts, reload });
  useEffect(() => {
    read.current.reload = reload;
    if (read.current.counts !== counts) reload();
    read.current.counts = counts;
  });
}
