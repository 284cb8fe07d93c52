/** Text that is cut where its place ends, with the whole on hover; in any script, in its own direction. */
export function CutText({ children }: { children: string }) {
  return (
    <span className="cut-text" title={children} dir="auto">
      {children}
    </span>
  );
}
