const en = {
  title: 'Sign in',
  intro:
    'This is the embedded Logto, for demo, development and tests. Pick a person, or use an e-mail address and password.',
  people: 'Demo people',
  withPassword: 'With e-mail and password',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  hint: 'The password of everybody in the demo data is',
  invalid: 'Incorrect account or password. Please check your input.',
  suspended: 'This account is suspended.',
  lost: 'This sign-in has ended',
  lostIntro: 'It took too long, or was finished already. Start again from the portal.',
  toPortal: 'To the portal',
};

export type Words = typeof en;

const zhCN: Words = {
  title: '登录',
  intro: '这是内嵌的 Logto，仅供演示、开发和测试使用。请选择一位演示人员，或使用邮箱和密码登录。',
  people: '演示人员',
  withPassword: '使用邮箱和密码',
  email: '邮箱',
  password: '密码',
  submit: '登录',
  hint: '演示数据中所有人的密码都是',
  invalid: '账号或密码错误，请检查后重试。',
  suspended: '该账号已被停用。',
  lost: '本次登录已结束',
  lostIntro: '登录超时或已完成，请从门户重新开始。',
  toPortal: '前往门户',
};

/** The words for `ui_locales` (space-separated, best first), else `Accept-Language`, else English. */
export function wordsFor(wanted: string | undefined): { lang: string; words: Words } {
  const first = wanted?.split(/[ ,;]/).find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') ? { lang: 'zh-CN', words: zhCN } : { lang: 'en', words: en };
}
