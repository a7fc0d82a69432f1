/** AuditLogs: what administrators and joiners change in the directory. */

import { weigh } from '@/lib/base/random';
import { auditRow } from '@/mocks/company/telemetry/cloud';
import type { NoiseTable } from '@/mocks/noise/table';

type Change = {
  operation: string;
  category: string;
  target: 'User' | 'Group' | 'Device' | 'Application';
  name: string;
};

const changes = weigh<Change>([
  [{ operation: 'Update user', category: 'UserManagement', target: 'User', name: '' }, 30],
  [{ operation: 'Add member to group', category: 'GroupManagement', target: 'Group', name: 'All Employees' }, 18],
  [{ operation: 'Update device', category: 'Device', target: 'Device', name: '' }, 18],
  [{ operation: 'User registered security info', category: 'UserManagement', target: 'User', name: '' }, 8],
  [{ operation: 'Change password (self-service)', category: 'UserManagement', target: 'User', name: '' }, 8],
  [{ operation: 'Reset password (by admin)', category: 'UserManagement', target: 'User', name: '' }, 4],
  [{ operation: 'Add user', category: 'UserManagement', target: 'User', name: '' }, 3],
  [
    {
      operation: 'Update application',
      category: 'ApplicationManagement',
      target: 'Application',
      name: 'Contoso Sales Hub',
    },
    5,
  ],
  [{ operation: 'Remove member from group', category: 'GroupManagement', target: 'Group', name: 'Sales Leads' }, 6],
]);

export const auditLogs: NoiseTable = {
  table: 'AuditLogs',
  share: 0.012,
  rhythm: 'people',
  row: ({ at, company, staff, random }) => {
    const change = random.draw(changes);
    const target = staff.someone(at, random);
    const self = change.operation.includes('self-service') || change.operation.includes('security info');
    const admins = company.people.filter(
      (person) => person.department === 'IT Operations' && person.accountName !== 'alex.johnson',
    );
    const by = self ? target : random.pick(admins);
    const name =
      change.name === ''
        ? change.target === 'Device'
          ? staff.laptop(target).hostName
          : target.displayName
        : change.name;
    return auditRow({
      at,
      by,
      ip: by.site.egressIp,
      operation: change.operation,
      category: change.category,
      success: random.chance(0.97),
      reason: '',
      targets: [
        {
          type: change.target,
          displayName: name,
          ...(change.target === 'User' ? { userPrincipalName: target.upn } : {}),
        },
      ],
      correlationId: random.guid(),
    });
  },
};
