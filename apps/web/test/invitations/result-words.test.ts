import { PROBLEM_STATUS, type Invitation, type ProblemCode } from '@org-portal/contract';
import { describe, expect, it } from 'vitest';
import { resultWords } from '../../src/features/invitations/invite/result-words.ts';
import { textsIn } from '../texts.ts';

const codes = Object.keys(PROBLEM_STATUS) as ProblemCode[];
const refused = (code: ProblemCode) => ({ invitee: 'a@x.co', problem: { code, detail: 'for developers' } });

describe.each(['en', 'zh-CN'])('resultWords in %s', (language) => {
  const t = textsIn(language);

  it('needs no reason for what was sent', () => {
    const words = resultWords({ invitee: 'a@x.co', invitation: {} as Invitation }, t);
    expect(words).toEqual({ outcome: language === 'en' ? 'Sent' : '已发送' });
  });

  it.each(codes)('tells %s in words of its own, not in those of the API', (code) => {
    const { reason } = resultWords(refused(code), t);
    expect(reason).not.toMatch(/^problems\.|for developers|^$/);
    expect(reason).not.toBe(t('problems.unknown'));
  });

  it('tells what is done from what failed', () => {
    const settled = resultWords(refused('invitee.already_member'), t).outcome;
    const failed = resultWords(refused('invitee.invalid'), t).outcome;
    expect(settled).not.toBe(failed);
  });
});
