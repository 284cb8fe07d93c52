import { useEffect, useRef } from 'react';

/**
 * A press takes the focus away before it becomes a click. Whoever changes the page's layout on losing the focus moves
 * the target from under the pointer, and the click is lost.
 * @returns a function that runs `change` once the mouse button or finger is lifted; at once if none is down
 */
export function useAfterPress(): (change: () => void) => void {
  const isDown = useRef(false);
  useEffect(() => {
    const follow = ({ type }: Event) => {
      isDown.current = type === 'mousedown';
    };
    document.addEventListener('mousedown', follow, true);
    document.addEventListener('mouseup', follow, true);
    return () => {
      document.removeEventListener('mousedown', follow, true);
      document.removeEventListener('mouseup', follow, true);
    };
  }, []);
  return (change) => {
    if (isDown.current) document.addEventListener('mouseup', change, { once: true });
    else change();
  };
}
