/** The caller as Sentinel writes down who made something. An application has neither mail nor principal name. */
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import type { Author } from '@/mocks/store/shelf';

export function currentAuthor(): Author {
  const { objectId, displayName, user } = currentCaller();
  const upn = user?.upn ?? null;
  return { objectId, email: upn, name: displayName, userPrincipalName: upn };
}
