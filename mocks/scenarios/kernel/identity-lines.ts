/** What Defender for Identity sees at the domain controllers: questions about the directory, and changes of accounts. */
import { hash32 } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import { type DirectoryQuestion, directoryQuestionRow } from '@/mocks/company/telemetry/identity';
import type { Line } from '@/mocks/scenarios/kernel/rows';

export function directoryQuestionLine(question: DirectoryQuestion): Line {
  return ['IdentityQueryEvents', directoryQuestionRow(question)];
}

/** `IdentityDirectoryEvents`: an account of the domain is changed by a service of Microsoft's. */
export function accountChangeLine(at: number, person: Person, actionType: string, by: string): Line {
  return [
    'IdentityDirectoryEvents',
    {
      Timestamp: at,
      ActionType: actionType,
      Application: 'Active Directory',
      AccountDisplayName: by,
      TargetAccountUpn: person.upn,
      TargetAccountDisplayName: person.displayName,
      ReportId: String(hash32(`account/${person.sid}/${at}/${actionType}`)),
      AdditionalFields: { ACTOR: { ACCOUNT: by }, 'TARGET_OBJECT.USER': person.accountName },
    },
  ];
}
