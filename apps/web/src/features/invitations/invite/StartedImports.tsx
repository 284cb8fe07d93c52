import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importPath } from '../../../organization/organization-path.ts';
import { problemLine } from '../../../problems/problem-words.ts';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { StartedImport } from './use-start-imports.ts';

/** What came of the imports into several organizations, and the way to each. */
export function StartedImports({ started }: { started: readonly StartedImport[] }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="invite-results">
      <h2 ref={heading} tabIndex={-1}>
        {t('invite.started')}
      </h2>
      <ul aria-label={t('invite.started')}>
        {started.map(({ organizationId, name, importId, error }) => {
          return (
            <li key={organizationId}>
              {importId ? (
                <StatusMark icon={<CheckCircleOutlined />} color="success">
                  {t('invite.startedIn')}
                </StatusMark>
              ) : (
                <StatusMark icon={<CloseCircleOutlined />} color="error">
                  {t('invite.notStarted')}
                </StatusMark>
              )}
              <div>
                {importId ? (
                  <Link to={importPath(organizationId, importId)}>
                    {t('invite.follow', { organization: name })}
                  </Link>
                ) : (
                  <>
                    <span>{name}</span>
                    <p className="muted">{problemLine(error, t)}</p>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
