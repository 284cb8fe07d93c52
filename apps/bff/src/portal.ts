import type { ManagementApi } from '@org-portal/management-api';
import { createManagementApi } from '@org-portal/management-api';
import type { Redis } from 'ioredis';
import { InviterNames } from './access/inviter-names.ts';
import { TemplateSource } from './access/organization-template.ts';
import { OrganizationSource } from './access/organization-source.ts';
import { PersonSource } from './access/person.ts';
import { connectRedis } from './redis/connect.ts';
import { OrganizationLock } from './rules/organization-lock.ts';
import type { Settings } from './settings/settings.ts';
import { MemorySessionStore } from './sign-in/memory-session-store.ts';
import { RedisSessionStore } from './sign-in/redis-session-store.ts';
import type { Lifetimes, SessionStore } from './sign-in/session-store.ts';
import { SignIn } from './sign-in/sign-in.ts';

/** All that routes and plugins work with, made once and handed to each. */
export interface Portal {
  settings: Settings;
  api: ManagementApi;
  signIn: SignIn;
  /** What all instances share, if it was set. */
  redis: Redis | undefined;
  sessions: SessionStore;
  template: TemplateSource;
  people: PersonSource;
  organizations: OrganizationSource;
  inviters: InviterNames;
  lock: OrganizationLock;
}

export async function createPortal(settings: Settings, lifetimes: Lifetimes): Promise<Portal> {
  const { logto, redisUrl, sessionSecret } = settings;
  const api = createManagementApi({
    endpoint: logto.managementEndpoint,
    resource: logto.managementResource,
    clientId: logto.m2mId,
    clientSecret: logto.m2mSecret,
  });
  const redis = redisUrl && (await connectRedis(redisUrl));
  return {
    settings,
    api,
    signIn: new SignIn(settings),
    redis,
    sessions: redis
      ? new RedisSessionStore(redis, sessionSecret, lifetimes)
      : new MemorySessionStore(lifetimes),
    template: new TemplateSource(api),
    people: new PersonSource(api, settings.staff),
    organizations: new OrganizationSource(api),
    inviters: new InviterNames(api),
    lock: new OrganizationLock(),
  };
}
