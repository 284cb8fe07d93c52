import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnValue } from './draft/draft-row.ts';
import type { Draft } from './draft/use-draft.ts';

/** Says that some rows have roles or an expiry of their own, and takes these back. */
export function OwnValues({ draft, value }: { draft: Draft; value: OwnValue }) {
  const { t } = useTranslation();
  const count = draft.rows.filter((row) => row[value] !== undefined).length;
  if (count === 0) return null;
  return (
    <p className="own-values" role="status">
      {t(value === 'roles' ? 'invite.haveOwnRoles' : 'invite.haveOwnExpiry', { count })}{' '}
      <Button type="link" size="small" onClick={() => draft.dropOwn(value)}>
        {t('invite.useForAll')}
      </Button>
    </p>
  );
}
