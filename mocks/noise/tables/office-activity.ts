/** OfficeActivity: files and mailboxes. */
import { weigh } from '@/lib/base/random';
import { seasoned } from '@/mocks/noise/hostile';
import { whereabouts } from '@/mocks/noise/moments/whereabouts';
import type { NoiseTable } from '@/mocks/noise/table';

const operations = weigh<{ operation: string; workload: string; record: string }>([
  [{ operation: 'FileAccessed', workload: 'SharePoint', record: 'SharePointFileOperation' }, 34],
  [{ operation: 'FileModified', workload: 'SharePoint', record: 'SharePointFileOperation' }, 14],
  [{ operation: 'FileDownloaded', workload: 'OneDrive', record: 'SharePointFileOperation' }, 12],
  [{ operation: 'FilePreviewed', workload: 'OneDrive', record: 'SharePointFileOperation' }, 10],
  [{ operation: 'MailItemsAccessed', workload: 'Exchange', record: 'ExchangeItemAggregated' }, 16],
  [{ operation: 'Send', workload: 'Exchange', record: 'ExchangeItem' }, 8],
  [{ operation: 'SharingSet', workload: 'SharePoint', record: 'SharePointSharingOperation' }, 3],
  [{ operation: 'New-InboxRule', workload: 'Exchange', record: 'ExchangeAdmin' }, 0.4],
  [{ operation: 'MessageSent', workload: 'MicrosoftTeams', record: 'MicrosoftTeams' }, 6],
]);
const sitesOfWork = ['Finance', 'Projects', 'Handbook', 'Sales', 'Engineering'];
const documents = [
  'Forecast.xlsx',
  'Roadmap.pptx',
  'Contract.docx',
  'Minutes.docx',
  'Inventory.xlsx',
  'Price list.pdf',
];

export const officeActivity: NoiseTable = {
  table: 'OfficeActivity',
  share: 0.04,
  rhythm: 'people',
  row: ({ at, staff, random }) => {
    const person = staff.someone(at, random);
    const { ip } = whereabouts(person, random);
    const chosen = random.draw(operations);
    const isFile = chosen.workload === 'SharePoint' || chosen.workload === 'OneDrive';
    const file = seasoned(random.pick(documents), random);
    const site = `https://contoso.sharepoint.com/sites/${random.pick(sitesOfWork)}`;
    return {
      TimeGenerated: at,
      RecordType: chosen.record,
      Operation: chosen.operation,
      OfficeWorkload: chosen.workload,
      ResultStatus: 'Succeeded',
      UserId: person.upn,
      UserKey: person.objectId,
      UserType: 'Regular',
      ClientIP: ip,
      Client_IPAddress: ip,
      OfficeId: random.guid(),
      OfficeObjectId: isFile ? `${site}/Shared Documents/${file}` : person.upn,
      SourceFileName: isFile ? file : '',
      SourceFileExtension: isFile ? file.slice(file.lastIndexOf('.') + 1) : '',
      Site_Url: isFile ? site : '',
      MailboxOwnerUPN: chosen.workload === 'Exchange' ? person.upn : '',
      OrganizationName: 'contoso.com',
    };
  },
};
