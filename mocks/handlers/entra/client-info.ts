/** What MSAL needs to know an account again, beside the tokens. */
import type { Person } from '@/mocks/store/directory';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const clientInfo = (person: Person): string =>
  Buffer.from(JSON.stringify({ uid: person.objectId, utid: tenantFacts.tenantId })).toString('base64url');
