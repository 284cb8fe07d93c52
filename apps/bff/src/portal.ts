import type { ManagementApi } from '@org-portal/management-api';
import { createManagementApi } from '@org-portal/management-api';
import { InviterNames } from './access/inviter-names.ts';
import { TemplateSource } from './access/organization-template.ts';
import { OrganizationSource } from './access/organization-source.ts';
import { PersonSource } from './access/person.ts';
import { OrganizationLock } from './rules/organization-lock.ts';
import type { Settings } from './settings/settings.ts';
import { SignIn } from './sign-in/sign-in.ts';

/** All that routes and plugins work with, made once and handed to each. */
export interface Portal {
  settings: Settings;
  api: ManagementApi;
  signIn: SignIn;
  template: TemplateSource;
  people: PersonSource;
  organizations: OrganizationSource;
  inviters: InviterNames;
  lock: OrganizationLock;
}

export function createPortal(settings: Settings): Portal {
  const { logto } = settings;
  const api = createManagementApi({
    endpoint: logto.managementEndpoint,
    resource: logto.managementResource,
    clientId: logto.m2mId,
    clientSecret: logto.m2mSecret,
  });
  return {
    settings,
    api,
    signIn: new SignIn(settings),
    template: new TemplateSource(api),
    people: new PersonSource(api, settings.staff),
    organizations: new OrganizationSource(api),
    inviters: new InviterNames(api),
    lock: new OrganizationLock(),
  };
}
