import type { OrganizationRole } from '@org-portal/contract';

export function RoleName({ role: { name, description } }: { role: OrganizationRole }) {
  return (
    <>
      <span dir="auto">{name}</span>
      {description && (
        <p className="role-description" dir="auto">
          {description}
        </p>
      )}
    </>
  );
}
