/** Where programs at Contoso connect to, and the documentation address each name resolves to here. */
import { weigh } from '@/lib/base/random';

export const destinations = weigh<{ host: string; number: number; port: number }>([
  [{ host: 'outlook.office365.com', number: 10, port: 443 }, 22],
  [{ host: 'login.microsoftonline.com', number: 11, port: 443 }, 16],
  [{ host: 'contoso.sharepoint.com', number: 12, port: 443 }, 14],
  [{ host: 'teams.microsoft.com', number: 13, port: 443 }, 14],
  [{ host: 'graph.microsoft.com', number: 14, port: 443 }, 6],
  [{ host: 'www.fabrikam.example', number: 40, port: 443 }, 6],
  [{ host: 'news.proseware.example', number: 41, port: 443 }, 6],
  [{ host: 'cdn.wingtip.example', number: 42, port: 443 }, 6],
  [{ host: 'updates.adatum.example', number: 43, port: 80 }, 3],
  // An indicator for this address expired long ago: a near miss for hunts that forget to check.
  [{ host: 'old-mirror.litware.example', number: 66, port: 80 }, 1],
]);
