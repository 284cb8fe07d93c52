import { LogoutOutlined, UpOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { personName } from '../../format/person-name.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import { changeLanguage } from '../../i18n/start.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSession } from '../../session/session-context.ts';
import { THEMES, type ThemeChoice } from '../../theme/theme-choice.ts';
import { useThemeSwitch } from '../../theme/theme-context.ts';
import { CutText } from '../../ui/CutText.tsx';
import { PersonAvatar } from '../../ui/PersonAvatar.tsx';

const THEME_WORDS = { system: 'app.themeSystem', light: 'app.themeLight', dark: 'app.themeDark' } as const;

/** Who is signed in; language, theme, sign out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const { user } = useSession();
  const language = useLanguage();
  const { choice, choose } = useThemeSwitch();
  const { mutate: logout } = useLogout();
  const name = personName(user) ?? user.id;

  const items: MenuProps['items'] = [
    {
      type: 'group',
      key: 'languages',
      label: t('app.language'),
      children: LANGUAGES.map((one) => ({
        key: one,
        label: <span lang={one}>{LANGUAGE_NAMES[one]}</span>,
        onClick: () => void changeLanguage(one),
      })),
    },
    {
      type: 'group',
      key: 'themes',
      label: t('app.theme'),
      children: THEMES.map((one: ThemeChoice) => ({
        key: one,
        label: t(THEME_WORDS[one]),
        onClick: () => choose(one),
      })),
    },
    { type: 'divider' },
    { key: 'sign-out', icon: <LogoutOutlined />, label: t('app.signOut'), onClick: () => logout() },
  ];

  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [language, choice] }}>
      <button type="button" className="person-menu" aria-haspopup="menu">
        <PersonAvatar name={name} avatar={user.avatar} />
        <span className="person-menu-names">
          <CutText>{name}</CutText>
          {user.email && user.email !== name && <CutText>{user.email}</CutText>}
        </span>
        <span className="visually-hidden">{t('app.personMenu')}</span>
        <UpOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}
