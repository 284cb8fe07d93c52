import type { FoundPerson } from '@org-portal/contract';
import type { LogtoUser } from '@org-portal/management-api';
import { stateOf, toAccount } from '../view/person.ts';

export const foundAccount = (user: LogtoUser): FoundPerson => ({
  id: user.id,
  state: stateOf(user),
  email: user.primaryEmail,
  account: toAccount(user),
  invited: null,
});
