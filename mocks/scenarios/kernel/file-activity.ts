/** What SharePoint's own audit log says about a file. */
import { guidOf } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { Line } from '@/mocks/scenarios/kernel/rows';

export type FileActivity = {
  readonly at: number;
  readonly person: Person;
  readonly ip: string;
  readonly operation: 'FileDownloaded' | 'SharingInvitationCreated';
  /** The library's address, without a slash at the end. */
  readonly library: string;
  readonly file: string;
  /** Who was invited. */
  readonly target?: string;
};

export function fileActivityLine({ at, person, ip, operation, library, file, target }: FileActivity): Line {
  const [, site = ''] = /^(https:\/\/[^/]+\/sites\/[^/]+)/.exec(library) ?? [];
  return [
    'OfficeActivity',
    {
      TimeGenerated: at,
      RecordType: operation === 'FileDownloaded' ? 'SharePointFileOperation' : 'SharePointSharingOperation',
      Operation: operation,
      OfficeWorkload: 'SharePoint',
      ResultStatus: 'Succeeded',
      UserId: person.upn,
      UserKey: person.objectId,
      UserType: 'Regular',
      ClientIP: ip,
      OfficeId: guidOf(`${operation}/${at}/${file}`),
      OfficeObjectId: `${library}/${file}`,
      SourceFileName: file,
      SourceFileExtension: file.slice(file.lastIndexOf('.') + 1),
      SourceRelativeUrl: 'Shared Documents',
      Site_Url: `${site}/`,
      ItemType: 'File',
      ...(target === undefined ? {} : { TargetUserOrGroupName: target, TargetUserOrGroupType: 'Guest' }),
      OrganizationName: tenantIds.domain,
    },
  ];
}
