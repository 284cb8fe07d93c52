import type { ReceivedInvitation } from '@org-portal/contract';
import { useCustomMutation, useInvalidate, type HttpError } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import { problemLine } from '../../problems/problem-words.ts';

/** Declines an invitation to the person who is signed in, and shows those that are left. */
export function useDecline({ id, organization }: ReceivedInvitation) {
  const { t } = useTranslation();
  const invalidate = useInvalidate();
  const { mutate, mutation } = useCustomMutation<object, HttpError, undefined>();
  return {
    isPending: mutation.isPending,
    decline: () =>
      mutate(
        {
          url: 'session/invitations/{invitationId}/decline',
          method: 'post',
          values: undefined,
          meta: { invitationId: id },
          successNotification: () => ({
            type: 'success',
            message: t('welcome.declined', { organization: organization.name }),
          }),
          errorNotification: (error) => ({
            type: 'error',
            message: t('welcome.declineFailed', { organization: organization.name }),
            description: problemLine(error, t),
          }),
        },
        { onSettled: () => void invalidate({ resource: 'received-invitations', invalidates: ['list'] }) },
      ),
  };
}
