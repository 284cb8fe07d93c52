import { DownloadOutlined } from '@ant-design/icons';
import type { Import, ImportLinks } from '@org-portal/contract';
import { Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../bulk/CopyButton.tsx';
import { ReasonField } from '../../changes/ReasonField.tsx';
import { useChange } from '../../changes/use-change.ts';
import { useOnce } from '../../changes/use-once.ts';
import { useKeptForm, useSent } from '../../kept-work/use-kept.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { linksAsText, saveLinks } from './links-file.ts';

interface ImportLinksDialogProps {
  one: Import;
  onClosed: () => void;
}

/** Fetches all links of an import, which is recorded, and offers them to copy or save. Support says why first. */
export default function ImportLinksDialog({ one, onClosed }: ImportLinksDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason?: string }>();
  const { access } = useOrganization();
  const [isOpen, setOpen] = useState(true);
  const [found, setFound] = useState<ImportLinks>();
  const { change, isPending } = useChange<ImportLinks>();
  const kept = useKeptForm(form, 'import.links');
  useSent(isPending || !!found);
  const close = () => setOpen(false);

  const fetchLinks = useOnce(async (reason: string | undefined) => {
    try {
      setFound(
        await change({
          method: 'post',
          path: 'imports/{importId}/links',
          params: { importId: one.id },
          reason,
          failure: t('imports.linksFailed'),
        }),
      );
    } catch {
      // `change` has told the person. Who was asked for a reason may try again.
      if (!access.isReasonRequired) close();
    }
  });
  const wasFetched = useRef(false);
  useEffect(() => {
    if (access.isReasonRequired || wasFetched.current) return;
    wasFetched.current = true;
    void fetchLinks(undefined);
  }, [access.isReasonRequired, fetchLinks]);

  return (
    <Dialog
      open={isOpen}
      title={t('imports.linksTitle')}
      mask={{ closable: !isPending && !found }}
      onCancel={close}
      afterClose={onClosed}
      footer={
        found || !access.isReasonRequired ? (
          <Button type="primary" disabled={!found} loading={isPending} onClick={close}>
            {t('imports.linksDone')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t('changes.cancel')}</Button>
            <Button type="primary" htmlType="submit" form="import-links" loading={isPending}>
              {t('imports.showLinks')}
            </Button>
          </>
        )
      }
    >
      {found ? (
        <FoundLinks one={one} found={found} />
      ) : (
        <Form
          form={form}
          id="import-links"
          initialValues={kept}
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) => void fetchLinks(reason?.trim())}
        >
          <p className="dialog-text">{t('imports.linksFollow')}</p>
          <ReasonField />
        </Form>
      )}
    </Dialog>
  );
}

function FoundLinks({ one, found: { links, aboveCeiling } }: { one: Import; found: ImportLinks }) {
  const { t } = useTranslation();
  const count = links.length;
  return (
    <>
      <p className="dialog-text" role="status">
        {count === 0 ? t('imports.noLinks') : t('imports.linksFound', { count })}
      </p>
      {aboveCeiling > 0 && (
        <p className="dialog-text">{t('imports.linksAboveCeiling', { count: aboveCeiling })}</p>
      )}
      {count > 0 && (
        <div className="import-links">
          <CopyButton text={linksAsText(links)}>{t('imports.copyLinks')}</CopyButton>
          <Button
            size="small"
            icon={<DownloadOutlined />}
            onClick={() =>
              saveLinks(links, `import-links-${one.createdAt.slice(0, 10)}-${one.id.slice(0, 8)}.csv`)
            }
          >
            {t('imports.saveLinks')}
          </Button>
        </div>
      )}
    </>
  );
}
