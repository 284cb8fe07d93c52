import { INVITATION_STATUSES } from '@org-portal/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface StatusFilterProps {
  /** Empty: all. */
  value: string;
  onChange: (status: string | undefined) => void;
}

export function StatusFilter({ value, onChange }: StatusFilterProps) {
  const { t } = useTranslation();
  return (
    <Select
      className="list-toolbar-filter"
      aria-label={t('invitations.statusFilter')}
      allowClear
      placeholder={t('invitations.allStatuses')}
      value={INVITATION_STATUSES.find((status) => status === value) ?? null}
      options={INVITATION_STATUSES.map((status) => ({
        value: status,
        label: t(`invitations.statuses.${status}`),
      }))}
      onChange={(status) => onChange(status ?? undefined)}
    />
  );
}
