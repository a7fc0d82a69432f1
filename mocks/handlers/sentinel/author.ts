/** The caller as Sentinel writes down who made something. An application has neither mail nor principal name. */
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import type { Author } from '@/mocks/store/shelf';

export function currentAuthor(): Author {
  const caller = currentCaller();
  return { objectId: caller.objectId, email: null, name: caller.displayName, userPrincipalName: null };
}
