import { BugOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMessage } from './StateMessage.tsx';

/** Keeps a fault of one page, such as a part of a newer build that is gone, from taking the whole portal down. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <StateMessage
      isPage
      role="alert"
      icon={<BugOutlined />}
      title={t('states.crashed')}
      actions={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('states.tryAgain')}
        </Button>
      }
    >
      <p>{t('states.crashedHint')}</p>
    </StateMessage>
  );
}
