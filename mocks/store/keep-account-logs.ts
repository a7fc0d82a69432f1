/** Writes what happens to accounts, their risk and the named locations where Entra and Defender for Identity log it. */
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { Actor, StoreEvent } from '@/mocks/store/events';
import { directoryChangeRow, riskRows } from '@/mocks/store/faces/account-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { Store } from '@/mocks/store/store';

type Changed<Kind extends StoreEvent['kind']> = Extract<StoreEvent, { kind: Kind }>;

const riskOperations: Record<string, string> = {
  adminConfirmedUserCompromised: 'ConfirmAccountCompromised',
  adminDismissedAllRiskForUser: 'DismissUser',
  adminConfirmedAccountSafe: 'ConfirmAccountSafe',
};

export function keepAccountLogs(store: Store, logs: LogWriter): () => void {
  const at = (): string => store.clock.iso();
  const [anyone] = store.company.people;
  const personOf = (by: Actor): Person | undefined =>
    store.company.people.find(({ displayName, upn }) => displayName === by.name || upn === by.name);

  function audit(
    operation: string,
    where: { category: string; service: string },
    target: Parameters<typeof directoryChangeRow>[0]['target'],
    by: Actor,
  ): void {
    if (!anyone) return;
    const row = directoryChangeRow({ at: at(), operation, ...where, target, by, person: personOf(by), anyone });
    logs.write('AuditLogs', [row]);
  }

  function onPremises(person: Person, actionType: string, by: Actor): void {
    const row: LogRow = {
      Timestamp: at(),
      ActionType: actionType,
      Application: 'Active Directory',
      TargetAccountUpn: person.upn,
      TargetAccountDisplayName: person.displayName,
      AccountDisplayName: by.name,
      AdditionalFields: { ACTOR: { ACCOUNT: by.name }, 'TARGET_OBJECT.USER': person.accountName },
    };
    logs.write('IdentityDirectoryEvents', [row]);
  }

  function account({ account: { person, fields }, fields: names, by }: Changed<'accountChanged'>): void {
    const where = { category: 'UserManagement', service: 'Core Directory' };
    const target = { type: 'User', displayName: person.displayName, userPrincipalName: person.upn };
    if (names.includes('enabled')) {
      const changes = [{ name: 'AccountEnabled', from: String(!fields.enabled), to: String(fields.enabled) }];
      audit(fields.enabled ? 'Enable account' : 'Disable account', where, { ...target, changes }, by);
    }
    if (names.includes('sessionsValidFrom')) {
      const changes = [{ name: 'StsRefreshTokensValidFrom', from: '', to: fields.sessionsValidFrom }];
      audit('Update StsRefreshTokenValidFrom Timestamp', where, { ...target, changes }, by);
    }
    if (names.includes('onPremisesEnabled')) onPremises(person, 'Account Disabled changed', by);
    if (names.includes('mustChangePassword')) onPremises(person, 'Account Password Expired changed', by);
  }

  function risk({ account: changed, risk: now }: Changed<'accountRiskChanged'>): void {
    for (const { table, rows } of riskRows(changed, now)) logs.write(table, rows);
    const operation = riskOperations[now.detail];
    if (operation === undefined) return;
    const { displayName, upn } = changed.person;
    const by: Actor = { kind: 'caller', name: now.initiatedByName ?? 'Microsoft' };
    const target = { type: 'User', displayName, userPrincipalName: upn };
    audit(operation, { category: 'Other', service: 'Identity Protection' }, target, by);
  }

  function location({ change, location: { displayName }, by }: Changed<'namedLocationChanged'>): void {
    const target = { type: 'Policy', displayName };
    audit(`${change} named location`, { category: 'Policy', service: 'Conditional Access' }, target, by);
  }

  return store.listen((event) => {
    if (event.kind === 'accountChanged') account(event);
    else if (event.kind === 'accountRiskChanged') risk(event);
    else if (event.kind === 'namedLocationChanged') location(event);
  });
}
