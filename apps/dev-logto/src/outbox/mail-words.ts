interface MailWords {
  subject(inviter: string | undefined, organization: string): string;
  roles: string;
  validUntil: string;
  join: string;
}

const en: MailWords = {
  subject: (inviter, organization) =>
    inviter ? `${inviter} invites you to ${organization}` : `You are invited to ${organization}`,
  roles: 'Your roles',
  validUntil: 'Valid until',
  join: 'See the invitation',
};

const zhCN: MailWords = {
  subject: (inviter, organization) =>
    inviter ? `${inviter} 邀请您加入 ${organization}` : `您受邀加入 ${organization}`,
  roles: '您的角色',
  validUntil: '有效期至',
  join: '查看邀请',
};

/** The template of the language that the message asks for with `locale`, as Logto picks one; else English. */
export function mailWords(locale: unknown): { lang: string; words: MailWords } {
  return typeof locale === 'string' && /^zh\b/i.test(locale)
    ? { lang: 'zh-CN', words: zhCN }
    : { lang: 'en', words: en };
}
