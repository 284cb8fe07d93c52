/** The fixed ids of the demo data, for settings, tests and stories. */
export const demo = {
  organizations: {
    /** 2,400 members; everything happens here. */
    halden: 'haldenlogst1',
    kestrel: 'kestrelana02',
    lumen: 'lumendental3',
    mueller: 'muellersoen4',
    sakura: 'sakurabooks5',
    /** One person holds `manage:organization`, and nobody else. */
    atlas: 'atlascartog6',
    /** Nobody holds `manage:organization`. */
    brightwater: 'brightwater7',
    /** No members at all. */
    pine: 'pinepatchwk8',
    yunfan: 'yunfantech09',
    /** The longest name that Logto takes, nearly. */
    lighthouses: 'lighthouse10',
    orbita: 'orbitajoin11',
    fjord: 'fjordstudi12',
  },
  scopes: {
    'read:member': 'scopereadmember000001',
    'invite:member': 'scopeinvitemember0002',
    'remove:member': 'scoperemovemember0003',
    'update:member:role': 'scopeupdatemember0004',
    'manage:organization': 'scopemanageorganiz005',
    'manage:billing': 'scopemanagebilling006',
  },
  organizationRoles: {
    owner: 'roleowner000000000001',
    admin: 'roleadmin000000000002',
    billing: 'rolebilling0000000003',
    member: 'rolemember00000000004',
    viewer: 'roleviewer00000000005',
    /** For machines: never offered to a person. */
    syncAgent: 'rolesyncagent00000006',
  },
  /** Tenant-wide roles of staff. */
  roles: {
    support: 'rolesupport0000000001',
    ops: 'roleops00000000000002',
    suspend: 'rolesuspend0000000003',
    change: 'rolechange00000000004',
  },
  users: {
    owner: 'amaraokafor1',
    admin: 'ingridsoren2',
    viewer: 'tomasherrer3',
    nobody: 'linxiaoyu004',
    soleAdmin: 'harutotanak5',
    support: 'priyaraman06',
    ops: 'mikhaillev07',
    suspended: 'georgmayer08',
    supportLead: 'aoifebyrne09',
    opsLead: 'noorhaddad10',
  },
} as const;

/** The password of everybody in the demo data. */
export const demoPassword = 'demo-password';

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What this person may do, in a sentence. */
  readonly does: string;
  readonly doesZh: string;
}

/** Who can be clicked on the sign-in page. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    id: demo.users.owner,
    name: 'Amara Okafor',
    email: 'amara.okafor@halden.example',
    does: 'Owner of Halden Logistics (2,400 members): may do everything there, and give every role.',
    doesZh: 'Halden Logistics（2,400 名成员）的所有者：可执行全部操作，可授予任何角色。',
  },
  {
    id: demo.users.admin,
    name: 'Ingrid Sørensen',
    email: 'ingrid.sorensen@halden.example',
    does: 'Admin of Halden Logistics and Kestrel Analytics, viewer in Lumen Dental Group: may not give owner or billing.',
    doesZh:
      'Halden Logistics 和 Kestrel Analytics 的管理员，Lumen Dental Group 的查看者：不能授予所有者或账单角色。',
  },
  {
    id: demo.users.viewer,
    name: 'Tomás Herrera-Quiñones',
    email: 'tomas.herrera@halden.example',
    does: 'Viewer in Halden Logistics: sees members and invitations, changes nothing.',
    doesZh: 'Halden Logistics 的查看者：可查看成员和邀请，不能更改。',
  },
  {
    id: demo.users.soleAdmin,
    name: '田中 陽翔',
    email: 'haruto.tanaka@atlas-cartography.example',
    does: 'The only admin of Atlas Cartography Cooperative: cannot be removed or demoted.',
    doesZh: 'Atlas Cartography Cooperative 的唯一管理员：不能被移除或降级。',
  },
  {
    id: demo.users.nobody,
    name: '林晓雨',
    email: 'lin.xiaoyu@example.com',
    does: 'Belongs to no organization; an invitation is waiting.',
    doesZh: '不属于任何组织；有一份待接受的邀请。',
  },
  {
    id: demo.users.support,
    name: 'Priya Raman',
    email: 'priya.raman@staff.example',
    does: 'Support staff: sees members everywhere and invites for customers, with a reason.',
    doesZh: '客服人员：可查看所有组织的成员，并在填写原因后代客户发送邀请。',
  },
  {
    id: demo.users.ops,
    name: 'Михаил Левченко',
    email: 'mikhail.levchenko@staff.example',
    does: 'Internal ops: reads everything in every organization, changes nothing.',
    doesZh: '内部运营：可查看所有组织的全部内容，不能更改。',
  },
  {
    id: demo.users.suspended,
    name: 'Georg Mayer',
    email: 'georg.mayer@halden.example',
    does: 'Suspended: cannot sign in.',
    doesZh: '已停用：无法登录。',
  },
  {
    id: demo.users.supportLead,
    name: 'Aoife Byrne',
    email: 'aoife.byrne@staff.example',
    does: 'Support staff who may also suspend people, and end that.',
    doesZh: '客服人员，还可以停用和恢复账号。',
  },
  {
    id: demo.users.opsLead,
    name: 'Noor Haddad',
    email: 'noor.haddad@staff.example',
    does: 'Internal ops who may also have removed what an access review marked, with a reason.',
    doesZh: '内部运营，还可以在填写原因后移除访问审查中标记的内容。',
  },
];
