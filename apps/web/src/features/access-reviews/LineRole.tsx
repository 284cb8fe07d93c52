import type { AccessReviewLine } from '@org-portal/contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

/** The role that a line is about, or that it is the bare membership. */
export function LineRole({ role }: { role: AccessReviewLine['role'] }) {
  const { t } = useTranslation();
  return role ? (
    <Tag title={role.name}>{role.name}</Tag>
  ) : (
    <span className="muted">{t('accessReviews.noRole')}</span>
  );
}
