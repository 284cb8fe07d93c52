import { Navigation } from './Navigation.tsx';

export function Sidebar() {
  return (
    <div className="sidebar">
      <Navigation />
    </div>
  );
}
