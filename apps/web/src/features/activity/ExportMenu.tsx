import { DownloadOutlined } from '@ant-design/icons';
import type { ActivityExportFormat } from '@org-portal/contract';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useActivityScope } from './activity-scope.ts';
import { exportAddress } from './export-address.ts';

const FORMATS: ActivityExportFormat[] = ['csv', 'ndjson'];

/** Plain links to a file of all that is filtered. */
export function ExportMenu() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { apiPath } = useActivityScope();
  const items: MenuProps['items'] = FORMATS.map((format) => ({
    key: format,
    label: (
      <a href={exportAddress(apiPath, search, format)} download>
        {t(`activity.export.${format}`)}
      </a>
    ),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ domEvent }) => follow(domEvent.target) }}>
      <Button icon={<DownloadOutlined />} aria-haspopup="menu">
        {t('activity.export.title')}
      </Button>
    </Dropdown>
  );
}

/** By the keyboard it is the entry that is chosen, not the link within. */
function follow(target: EventTarget): void {
  if (target instanceof Element) target.querySelector('a')?.click();
}
