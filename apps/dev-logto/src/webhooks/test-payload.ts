import type { HookEvent } from '../store/hook.ts';

const fakeUser = {
  id: 'fake-id',
  username: 'fake-user',
  primaryEmail: 'fake-user@fake-service.com',
  primaryPhone: '1234567890',
  name: 'Fake User',
  avatar: 'https://fake-service.com/avatars/fake-user.png',
  customData: { theme: 'light' },
  identities: {},
  profile: {},
  applicationId: 'fake-application-id',
  isSuspended: false,
};

const ofPeople = {
  sessionId: 'fake-session-id',
  userIp: 'fake-user-ip',
  userId: fakeUser.id,
  user: fakeUser,
  application: {
    id: 'fake-spa-application-id',
    type: 'SPA',
    name: 'Fake Application',
    description: 'Fake application data for testing',
  },
};

const ofData = {
  path: '/fake-path/:id',
  method: 'POST',
  status: 200,
  params: { id: fakeUser.id },
  data: { result: 'success' },
};

/** What a test of a hook sends: made up, in the shape of the event. */
export function testPayload(hookId: string, event: HookEvent): object {
  const start = { event, hookId, createdAt: new Date().toISOString(), userAgent: 'fake-user-agent' };
  return { ...start, ...(event.startsWith('Post') ? ofPeople : ofData) };
}
