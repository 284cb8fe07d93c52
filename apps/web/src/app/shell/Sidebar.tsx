import { Navigation } from './Navigation.tsx';

export function Sidebar() {
  return (
    <header className="sidebar">
      <Navigation />
    </header>
  );
}
