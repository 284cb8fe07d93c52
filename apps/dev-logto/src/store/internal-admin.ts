/**
 * Logto's own role for applications that were made an administrator (`isAdmin`): it gives the scope of the
 * Management API, and no list shows it.
 */
export const internalAdminRoleId = 'internal-admin';
