/** Applications people sign in to. Names are Microsoft's where the product is Microsoft's; every id is made up. */
import { guidOf, weigh } from '@/lib/base/random';

export type App = { readonly name: string; readonly appId: string; readonly resource: string };

function app(name: string, resource: string): App {
  return { name, resource, appId: guidOf(`contoso/app/${name}`) };
}

export const apps = {
  exchange: app('Office 365 Exchange Online', 'Office 365 Exchange Online'),
  sharePoint: app('Office 365 SharePoint Online', 'Office 365 SharePoint Online'),
  teams: app('Microsoft Teams', 'Microsoft Teams Services'),
  officeHome: app('OfficeHome', 'OfficeHome'),
  azurePortal: app('Azure Portal', 'Windows Azure Service Management API'),
  azureCli: app('Microsoft Azure CLI', 'Windows Azure Service Management API'),
  graphExplorer: app('Graph Explorer', 'Microsoft Graph'),
  salesHub: app('Contoso Sales Hub', 'Contoso Sales Hub'),
  hrPortal: app('Contoso HR Portal', 'Contoso HR Portal'),
  expenses: app('Contoso Expenses', 'Contoso Expenses'),
  vpn: app('Contoso VPN', 'Contoso VPN'),
} as const;

export const appUse = weigh<App>([
  [apps.teams, 26],
  [apps.exchange, 24],
  [apps.sharePoint, 16],
  [apps.officeHome, 12],
  [apps.vpn, 7],
  [apps.salesHub, 6],
  [apps.expenses, 3],
  [apps.hrPortal, 3],
  [apps.azurePortal, 2],
  [apps.azureCli, 1],
]);

/** Companies Contoso writes to; nobody real has these names under `.example`. */
export const partnerDomains = [
  'fabrikam.example',
  'northwind.example',
  'tailspin.example',
  'woodgrove.example',
  'adatum.example',
  'litware.example',
  'proseware.example',
  'wingtip.example',
  'relecloud.example',
  'vanarsdel.example',
] as const;
