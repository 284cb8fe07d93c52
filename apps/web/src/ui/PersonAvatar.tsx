import Avatar from 'antd/es/avatar/Avatar';
import { avatarSource } from '../format/avatar-source.ts';
import { initials } from '../format/person-name.ts';

/** Beside a name, which says it all: hidden from screen readers. */
export function PersonAvatar({ name, avatar }: { name: string; avatar: string | null }) {
  const source = avatarSource(avatar, window.location.origin);
  return (
    <Avatar size={28} className="person-avatar" aria-hidden alt="" {...(source && { src: source })}>
      {initials(name)}
    </Avatar>
  );
}
