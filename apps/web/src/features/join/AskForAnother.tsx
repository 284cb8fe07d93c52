import { CheckCircleOutlined } from '@ant-design/icons';
import type { JoinView } from '@org-portal/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useAnswer } from './use-answer.ts';

interface AskForAnotherProps {
  token: string;
  view: JoinView;
  onAnswered: () => void;
}

/** Tells whoever invited that the invitation came too late; once. */
export function AskForAnother({ token, view, onAnswered }: AskForAnotherProps) {
  const { t } = useTranslation();
  const { send, isPending } = useAnswer(token, 'ask', onAnswered);
  const { askedAt, invitationId, canAnswer } = view;
  if (askedAt)
    return (
      <StatusMark icon={<CheckCircleOutlined />} color="success">
        {t('join.asked')}
      </StatusMark>
    );
  if (!invitationId && !canAnswer) return <SignInForm token={token} words={t('join.signInToAsk')} />;
  return (
    <Button type="primary" loading={isPending} onClick={send}>
      {t('join.ask')}
    </Button>
  );
}
