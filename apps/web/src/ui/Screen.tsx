import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationIfAny } from '../organization/organization-context.ts';

interface ScreenProps {
  title: string;
  /** The one primary action, top right. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of an organization, or across organizations: its title, here and in the browser's tab, and its primary action. */
export function Screen({ title, action, children }: ScreenProps) {
  const { t } = useTranslation();
  const organization = useOrganizationIfAny();
  const heading = useRef<HTMLHeadingElement>(null);

  const documentTitle = organization
    ? t('app.documentTitleOf', { page: title, organization: organization.name })
    : t('app.documentTitle', { page: title });

  useEffect(() => {
    const isOpenedByLink = document.activeElement !== document.body;
    if (isOpenedByLink) heading.current?.focus();
  }, []);

  return (
    <>
      <title>{documentTitle}</title>
      <header className="screen-header">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {action}
      </header>
      {children}
    </>
  );
}
