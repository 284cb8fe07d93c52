import { Link } from 'react-router';

/** A name in a sentence, in its own direction; a link where it leads somewhere. */
export function EntryName({ path, children }: { path: string | undefined; children: string }) {
  return path ? (
    <Link to={path}>
      <bdi>{children}</bdi>
    </Link>
  ) : (
    <bdi className="activity-name">{children}</bdi>
  );
}
