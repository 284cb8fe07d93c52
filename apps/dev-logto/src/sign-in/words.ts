const en = {
  title: 'Sign in',
  intro:
    'This is the embedded Logto, for demo, development and tests. Pick a person, or use an e-mail address and password.',
  people: 'Demo people',
  withPassword: 'With e-mail and password',
  email: 'E-mail or username',
  password: 'Password',
  submit: 'Sign in',
  hint: 'The password of everybody in the demo data is',
  invalid: 'Incorrect account or password. Please check your input.',
  suspended: 'This account is suspended.',
  createAccount: 'Create account',
  username: 'Username',
  signedInAs: 'Signed in by a link sent to',
  usernameInvalid: 'A username has letters, digits and underscores, and begins with no digit.',
  usernameTaken: 'This username is already in use.',
  passwordShort: 'A password has at least 8 characters.',
  invalidLink: 'Invalid link',
  invalidLinkIntro: 'Ask for a new link, or sign in at the portal.',
  token: {
    not_found: 'The token is not found.',
    email_mismatch: 'Email mismatch with given token.',
    expired: 'The token is expired.',
    consumed: 'The token has been consumed.',
    revoked: 'The token has been revoked.',
  },
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
  email: '邮箱或用户名',
  password: '密码',
  submit: '登录',
  hint: '演示数据中所有人的密码都是',
  invalid: '账号或密码错误，请检查后重试。',
  suspended: '该账号已被停用。',
  createAccount: '创建账号',
  username: '用户名',
  signedInAs: '登录链接已发送至',
  usernameInvalid: '用户名只能包含字母、数字和下划线，且不能以数字开头。',
  usernameTaken: '该用户名已被使用。',
  passwordShort: '密码至少需要 8 个字符。',
  invalidLink: '链接无效',
  invalidLinkIntro: '请索取新的链接，或在门户中登录。',
  token: {
    not_found: '找不到该令牌。',
    email_mismatch: '邮箱与该令牌不匹配。',
    expired: '该令牌已过期。',
    consumed: '该令牌已被使用。',
    revoked: '该令牌已被撤销。',
  },
  lost: '本次登录已结束',
  lostIntro: '登录超时或已完成，请从门户重新开始。',
  toPortal: '前往门户',
};

/** The words for `ui_locales` (space-separated, best first), else `Accept-Language`, else English. */
export function wordsFor(wanted: string | undefined): { lang: string; words: Words } {
  const first = wanted?.split(/[ ,;]/).find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') ? { lang: 'zh-CN', words: zhCN } : { lang: 'en', words: en };
}
