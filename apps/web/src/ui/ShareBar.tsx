import './share-bar.css';
import type { StatusColor } from './StatusMark.tsx';

interface ShareBarProps {
  /** What it is about. */
  label: string;
  /** How far it is, in words. */
  text: string;
  done: number;
  total: number;
  /** From left to right; without a colour: not done yet. */
  shares: { key: string; count: number; color?: StatusColor | undefined }[];
}

/** How far something is, and what came of it, as shares of a bar. */
export function ShareBar({ label, text, done, total, shares }: ShareBarProps) {
  return (
    <div
      className="share-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, total)}
      aria-valuenow={done}
      aria-valuetext={text}
    >
      {shares.map(({ key, count, color }) => (
        <span key={key} className={color && `is-${color}`} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
