/** IdentityQueryEvents: what administrators and their tools ask the directory. */
import { type DirectoryQuestion, directoryQuestionRow } from '@/mocks/company/telemetry/identity';
import type { NoiseTable } from '@/mocks/noise/table';

const questions: readonly Pick<DirectoryQuestion, 'protocol' | 'queryType' | 'query' | 'target'>[] = [
  { protocol: 'Ldap', queryType: 'AllComputers', query: '(objectCategory=computer)', target: 'Computers' },
  { protocol: 'Ldap', queryType: 'AllGroups', query: '(objectCategory=group)', target: 'Groups' },
  { protocol: 'Samr', queryType: 'EnumerateMembersInGroup', query: 'Server Admins', target: 'Server Admins' },
  { protocol: 'Samr', queryType: 'QueryUser', query: 'svc-backup', target: 'svc-backup' },
];

export const identityQueryEvents: NoiseTable = {
  table: 'IdentityQueryEvents',
  share: 0.002,
  rhythm: 'people',
  row: ({ at, company, staff, random }) => {
    // Administration is done by administrators, and alex.johnson has a quiet day.
    const administrators = company.people.filter(
      ({ department, accountName }) => department === 'IT Operations' && accountName !== 'alex.johnson',
    );
    const person = random.pick(administrators);
    return directoryQuestionRow({
      ...random.pick(questions),
      at,
      person,
      from: staff.laptop(person),
      controller: random.pick(staff.domainControllers),
    });
  },
};
