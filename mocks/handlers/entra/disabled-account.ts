/** An account that was turned off gets no tokens, however it asks. */
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import type { Accounts } from '@/mocks/store/accounts';
import type { Person } from '@/mocks/store/directory';

export const isDisabled = (accounts: Accounts, person: Person): boolean =>
  accounts.byObjectId(person.objectId)?.fields.enabled === false;

export function refuseDisabled(accounts: Accounts, person: Person): void {
  if (isDisabled(accounts, person)) throw entraRefusal(50057, 'The user account is disabled.');
}
