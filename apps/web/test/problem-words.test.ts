import { PROBLEM_STATUS } from '@org-portal/contract';
import { HttpStatusError, NetworkError } from '@org-portal/refine-data-provider';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '../src/i18n/locales/en/problems.json' with { type: 'json' };
import zh from '../src/i18n/locales/zh-CN/problems.json' with { type: 'json' };
import { problemCodeWords, problemWords } from '../src/problems/problem-words.ts';

const i18n = createInstance();
await i18n.init({
  nsSeparator: false,
  resources: { en: { translation: { problems: en } }, 'zh-CN': { translation: { problems: zh } } },
});

describe.each(['en', 'zh-CN'])('in %s', (language) => {
  const t = i18n.getFixedT(language);

  it.each(Object.keys(PROBLEM_STATUS))('%s has words of its own', (code) => {
    expect(problemCodeWords(code, t)).not.toContain('problems.');
    expect(problemCodeWords(code, t)).not.toBe(t('problems.unknown'));
  });
});

it('gives the request id of a refusal, and none where no reply came', () => {
  const t = i18n.getFixedT('en');
  const refusal = new HttpStatusError('x', 409, { problem: { code: 'member.last_admin', instance: 'id-1' } });
  expect(problemWords(refusal, t)).toEqual({ text: en.member.last_admin, requestId: 'id-1' });
  expect(problemWords(new NetworkError('x'), t)).toEqual({ text: en.network });
  expect(problemWords(new TypeError('x'), t)).toEqual({ text: en.unknown });
});

it('names the organization that would lose its last admin', () => {
  const t = i18n.getFixedT('en');
  const problem = { code: 'member.last_admin', organization: { id: 'o1', name: 'Atlas' } };
  expect(problemWords(new HttpStatusError('x', 409, { problem }), t).text).toContain('last admin of Atlas');
});

it('says how long to wait where the portal tells', () => {
  const t = i18n.getFixedT('en');
  const problem = { code: 'request.rate_limited' };
  expect(problemWords(new HttpStatusError('x', 429, { problem, retryAfterSeconds: 30 }), t).text).toBe(
    'Too many requests at once. Try again in 30 seconds.',
  );
  expect(problemWords(new HttpStatusError('x', 429, { problem }), t).text).toBe(en.request.rate_limited);
});
