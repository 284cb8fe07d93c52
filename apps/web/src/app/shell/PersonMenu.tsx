import { UpOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Dropdown, type MenuProps } from 'antd';
import type { Organization } from '@org-portal/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { personName } from '../../format/person-name.ts';
import { LANGUAGES } from '@org-portal/contract';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { lazyPart } from '../../i18n/lazy-part.ts';
import { changeLanguage } from '../../i18n/start.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { memberPath } from '../../organization/organization-path.ts';
import { useSession } from '../../session/session-context.ts';
import { THEMES, type ThemeChoice } from '../../theme/theme-choice.ts';
import { useThemeSwitch } from '../../theme/theme-context.ts';
import { CutText } from '../../ui/CutText.tsx';
import { PersonAvatar } from '../../ui/PersonAvatar.tsx';
import { Opening } from '../../ui/dialog/Opening.tsx';

const EndAllDialog = lazyPart(() => import('../../session/EndAllDialog.tsx'));

const THEME_WORDS = { system: 'app.themeSystem', light: 'app.themeLight', dark: 'app.themeDark' } as const;

/** Who is signed in; their membership in the organization; language, theme, sign out. */
export function PersonMenu({ organization }: { organization: Organization | undefined }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const language = useLanguage();
  const { choice, choose } = useThemeSwitch();
  const { mutate: logout } = useLogout();
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const [isAsking, setAsking] = useState(false);
  const name = personName(user) ?? user.id;
  const isListed = organization?.access.isMember && organization.access.permissions.includes('read:member');

  const items: MenuProps['items'] = [
    isListed
      ? {
          key: 'membership',
          label: t('app.yourMembership'),
          onClick: () => void navigate(memberPath(organization.id, user.id)),
        }
      : null,
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
    { key: 'sign-out', label: t('app.signOut'), onClick: () => logout() },
    { key: 'sign-out-everywhere', label: t('app.signOutEverywhere'), onClick: () => setAsking(true) },
  ];

  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [language, choice] }}>
        <button ref={button} type="button" className="person-menu" aria-haspopup="menu">
          <PersonAvatar name={name} avatar={user.avatar} />
          <span className="person-menu-names">
            <CutText>{name}</CutText>
            {user.email && user.email !== name && <CutText>{user.email}</CutText>}
          </span>
          <span className="visually-hidden">{t('app.personMenu')}</span>
          <UpOutlined aria-hidden />
        </button>
      </Dropdown>
      <Opening>
        {isAsking && (
          <EndAllDialog
            onClosed={() => {
              setAsking(false);
              button.current?.focus();
            }}
          />
        )}
      </Opening>
    </>
  );
}
