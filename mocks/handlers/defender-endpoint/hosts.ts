/** Where Defender for Endpoint's API answers: the newer host and the older one, the same to both. */
import type { RequestHandler } from 'msw';
import { currentExchange } from '@/mocks/handlers/manners/exchange';

const hosts = ['https://api.security.microsoft.com', 'https://api.securitycenter.microsoft.com'];

/** The handlers at `/api` of either host. */
export const onBothHosts = (handlers: (root: string) => RequestHandler[]): RequestHandler[] =>
  hosts.flatMap((host) => handlers(`${host}/api`));

/** `@odata.context` of a reply: `Machines`, `Machines/$entity` … */
export const endpointContext = (what: string): { '@odata.context': string } => ({
  '@odata.context': `https://${currentExchange().host}/api/$metadata#${what}`,
});
