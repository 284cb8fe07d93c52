export type ColumnKind = 'email' | 'name' | 'firstName' | 'lastName' | 'roles' | 'expiry' | 'organization';

/** Titles as people write them, in lower case and without spaces and marks. */
const TITLES: Record<ColumnKind, string[]> = {
  email: ['email', 'emails', 'emailaddress', 'mail', 'mailaddress', 'address', 'invitee'].concat([
    '邮箱',
    '邮箱地址',
    '电子邮件',
    '电子邮件地址',
    '电子邮箱',
    '电邮',
    '邮件',
    '邮件地址',
    '地址',
  ]),
  name: [
    'name',
    'fullname',
    'displayname',
    'person',
    'member',
    '姓名',
    '名字',
    '名称',
    '全名',
    '人员',
    '成员',
  ],
  firstName: ['firstname', 'givenname', '名'],
  lastName: ['lastname', 'surname', 'familyname', '姓', '姓氏'],
  roles: ['role', 'roles', 'organizationrole', 'organizationroles', '角色', '组织角色', '权限'],
  expiry: ['expiry', 'expires', 'expiresat', 'expireson', 'expirydate', 'expiration', 'expirationdate']
    .concat(['validuntil', 'validfor', 'days', 'until', '有效期', '有效期至', '有效天数', '到期', '到期时间'])
    .concat(['到期日', '到期日期', '过期时间', '截止日期', '截止', '天数']),
  organization: [
    'organization',
    'organisation',
    'organizationid',
    'organizationname',
    'org',
    'company',
    'tenant',
  ].concat(['组织', '组织名称', '组织id', '公司', '企业', '单位']),
};

const KINDS = new Map(
  Object.entries(TITLES).flatMap(([kind, titles]) => titles.map((title) => [title, kind as ColumnKind])),
);

/** @returns what a column with this title holds, in English or Chinese; undefined where nobody can tell */
export function kindOfTitle(title: string): ColumnKind | undefined {
  const plain = title
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return KINDS.get(plain);
}
