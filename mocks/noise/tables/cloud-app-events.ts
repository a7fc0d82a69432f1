/** CloudAppEvents: what people do in Microsoft 365 and Azure, as Defender for Cloud Apps sees it. */
import { weigh } from '@/lib/base/random';
import { type CloudApp, cloudAppRow, cloudApps } from '@/mocks/company/telemetry/cloud';
import { agents, whereabouts } from '@/mocks/noise/moments/whereabouts';
import type { NoiseTable } from '@/mocks/noise/table';

type Deed = { app: CloudApp; actionType: string; objectType: string; objectName: string; admin?: true };

const deeds = weigh<Deed>([
  [{ app: cloudApps.sharePoint, actionType: 'FileAccessed', objectType: 'File', objectName: 'Forecast.xlsx' }, 30],
  [{ app: cloudApps.sharePoint, actionType: 'FileModified', objectType: 'File', objectName: 'Roadmap.pptx' }, 14],
  [{ app: cloudApps.sharePoint, actionType: 'FileDownloaded', objectType: 'File', objectName: 'Price list.pdf' }, 9],
  [{ app: cloudApps.exchange, actionType: 'MailItemsAccessed', objectType: 'Mailbox', objectName: 'Inbox' }, 18],
  [{ app: cloudApps.exchange, actionType: 'Send', objectType: 'Message', objectName: 'Message' }, 8],
  [{ app: cloudApps.teams, actionType: 'MessageSent', objectType: 'Message', objectName: 'Chat' }, 12],
  [{ app: cloudApps.m365, actionType: 'Log on', objectType: 'Service', objectName: 'Microsoft 365' }, 8],
  [{ app: cloudApps.m365, actionType: 'Add user.', objectType: 'User', objectName: 'New joiner', admin: true }, 0.3],
  [
    { app: cloudApps.m365, actionType: 'Add member to role.', objectType: 'User', objectName: 'Helpdesk', admin: true },
    0.15,
  ],
  [
    {
      app: cloudApps.m365,
      actionType: 'Consent to application.',
      objectType: 'Application',
      objectName: 'Contoso Expenses',
      admin: true,
    },
    0.15,
  ],
  [
    {
      app: cloudApps.azure,
      actionType: 'Write Deployments',
      objectType: 'Azure resource',
      objectName: 'app-contoso-portal',
      admin: true,
    },
    1.5,
  ],
]);

export const cloudAppEvents: NoiseTable = {
  table: 'CloudAppEvents',
  share: 0.035,
  rhythm: 'people',
  row: ({ at, company, staff, random }) => {
    const deed = random.draw(deeds);
    const drawn = staff.someone(at, random);
    // Administration is done by administrators, and alex.johnson has a quiet day.
    const person = deed.admin ? company.person('nora.whitfield') : drawn;
    return cloudAppRow({
      at,
      person,
      app: deed.app,
      actionType: deed.actionType,
      ...whereabouts(person, random),
      objectName: deed.objectName,
      objectType: deed.objectType,
      isAdmin: deed.admin ?? false,
      userAgent: agents.windows.text,
      reportId: random.guid(),
    });
  },
};
