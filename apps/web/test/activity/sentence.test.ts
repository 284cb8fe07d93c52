import { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES, PROBLEM_STATUS, type ProblemCode } from '@org-portal/contract';
import { describe, expect, it } from 'vitest';
import { outcomeWords } from '../../src/features/activity/entry/outcome-words.ts';
import { sentenceOf } from '../../src/features/activity/entry/sentence.ts';
import { textsIn } from '../texts.ts';
import { admin, entry, member, viewer } from './entries.ts';

const languages = ['en', 'zh-CN'];
const expiresAt = '2026-12-01T00:00:00Z';
const states = [
  { before: null, after: null },
  { before: { roles: [viewer] }, after: { roles: [viewer, admin] } },
  { before: { roles: [viewer, admin] }, after: { roles: [] } },
  { before: { roles: [viewer] }, after: { roles: [member] } },
  { before: null, after: { roles: [], expiresAt } },
  { before: null, after: { roles: [member, viewer], expiresAt } },
  { before: null, after: { roles: [member] } },
];

describe.each(languages)('in %s', (language) => {
  const t = textsIn(language);
  const words = (given: Parameters<typeof entry>[0]) => {
    const { key, count } = sentenceOf(entry(given));
    return t(`activity.sentences.${key}`, { count });
  };

  it.each(ACTIVITY_ACTIONS)('%s has a sentence for whatever became of it', (action) => {
    for (const outcome of ACTIVITY_OUTCOMES) {
      for (const state of states) {
        const text = words({ action, outcome, ...state });
        expect(text).toContain('<actor/>');
        expect(text).not.toContain('activity.');
      }
    }
    expect(t(`activity.actions.${action}`)).not.toContain('activity.');
  });

  it.each(Object.keys(PROBLEM_STATUS) as ProblemCode[])('%s has words', (problem) => {
    const text = outcomeWords(entry({ outcome: 'refused', problem }), t);
    expect(text).toBeTruthy();
    expect(text).not.toContain('problems.');
  });
});

describe('a change of roles', () => {
  const t = textsIn('en');
  const words = (given: Parameters<typeof entry>[0]) => {
    const { key, count } = sentenceOf(entry({ action: 'member.roles.change', ...given }));
    return t(`activity.sentences.${key}`, { count });
  };

  it.each([
    [[viewer], [viewer, admin], '<actor/> gave <target/> the role <added/>'],
    [[], [viewer, admin], '<actor/> gave <target/> the roles <added/>'],
    [[viewer, admin], [viewer], '<actor/> took the role <removed/> from <target/>'],
    [[viewer], [admin], '<actor/> gave <target/> <added/> in place of <removed/>'],
    [[viewer], [viewer], '<actor/> changed the roles of <target/>'],
  ])('from %j to %j', (before, after, expected) => {
    expect(words({ before: { roles: before }, after: { roles: after } })).toBe(expected);
  });

  it('that was not made was tried, and one under way claims nothing', () => {
    const state = { before: { roles: [] }, after: { roles: [admin] } };
    expect(words({ ...state, outcome: 'refused' })).toBe(
      '<actor/> tried to give <target/> the role <added/>',
    );
    expect(words({ ...state, outcome: 'unknown' })).toBe(
      '<actor/> tried to give <target/> the role <added/>',
    );
    expect(words({ ...state, outcome: 'attempted' })).toBe('<actor/> is changing the roles of <target/>');
  });
});

it('what is not known says so, whatever the reason', () => {
  const t = textsIn('en');
  expect(outcomeWords(entry({ outcome: 'unknown' }), t)).toBe(t('activity.unknownHint'));
  expect(outcomeWords(entry({ outcome: 'unknown', problem: 'upstream.timeout' }), t)).toBe(
    `${t('activity.problems.upstream.timeout')} ${t('activity.unknownHint')}`,
  );
  expect(outcomeWords(entry(), t)).toBeUndefined();
});
