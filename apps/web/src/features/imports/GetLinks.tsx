import { LinkOutlined } from '@ant-design/icons';
import type { Import } from '@org-portal/contract';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptState } from '../../kept-work/use-kept.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';

const ImportLinksDialog = lazy(() => import('./ImportLinksDialog.tsx'));

/** A button that opens all links of an import. */
export function GetLinks({ one }: { one: Import }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useKeptState('import.links.open', false);
  return (
    <>
      <Button icon={<LinkOutlined />} onClick={() => setOpen(true)}>
        {t('imports.getLinks')}
      </Button>
      <Opening>{isOpen && <ImportLinksDialog one={one} onClosed={() => setOpen(false)} />}</Opening>
    </>
  );
}
