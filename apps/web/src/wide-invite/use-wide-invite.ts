import type { Language } from '@org-portal/contract';
import { Form } from 'antd';
import type { Place } from './places.ts';
import { useSendWidely } from './use-send-widely.ts';
import { serverNow } from '../clock/server-time.ts';

export interface WideValues {
  invitee: string;
  places: Place[];
  days: number;
  language: Language;
  reason?: string;
}

const DAY = 86_400_000;

/** The form's state, and the sending. */
export function useWideInvite() {
  const [form] = Form.useForm<WideValues>();
  const places: Place[] = Form.useWatch('places', { form, preserve: true }) ?? [];
  const { send, ...sending } = useSendWidely();

  return {
    form,
    places,
    ...sending,
    send: ({ invitee, places: chosen, days, language, reason }: WideValues) =>
      send(
        {
          invitee: invitee.trim(),
          organizations: chosen.map(({ id, roleIds }) => ({ organizationId: id, roleIds })),
          expiresAt: new Date(serverNow() + days * DAY).toISOString(),
          language,
        },
        reason,
      ),
  };
}
