import { useCustomMutation, type HttpError } from '@refinedev/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationPath } from '../organization/organization-path.ts';
import { problemLine } from '../problems/problem-words.ts';

interface Joinable {
  /** Of the invitation. */
  id: string;
  organization: { name: string };
}

/** Accepts an invitation, and leads into the organization with a fresh session behind it. Only the first press counts. */
export function useJoin({ id, organization }: Joinable) {
  const { t } = useTranslation();
  const { mutate, mutation } = useCustomMutation<{ organizationId: string }, HttpError, undefined>();
  const isJoining = useRef(false);

  function join() {
    if (isJoining.current) return;
    isJoining.current = true;
    mutate(
      {
        url: 'session/invitations/{invitationId}/accept',
        method: 'post',
        values: undefined,
        meta: { invitationId: id },
        successNotification: false,
        errorNotification: (error) => ({
          type: 'error',
          message: t('welcome.joinFailed', { organization: organization.name }),
          description: problemLine(error, t),
        }),
      },
      {
        onSuccess: ({ data }) => window.location.assign(organizationPath(data.organizationId)),
        onError: () => (isJoining.current = false),
      },
    );
  }

  return { isPending: mutation.isPending || mutation.isSuccess, join };
}
