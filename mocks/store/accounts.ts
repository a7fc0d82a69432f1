/** The accounts of the company's people, as far as callers and Entra ID Protection can change them. */
import type { Person } from '@/mocks/company/people';
import { changedFields } from '@/mocks/store/changed-fields';
import type { Actor, EventBus } from '@/mocks/store/events';
import type { AccountFields, AccountRecord, AccountRisk } from '@/mocks/store/records/account-record';

export type Accounts = {
  all(): IterableIterator<AccountRecord>;
  byObjectId(id: string): AccountRecord | undefined;
  byUpn(upn: string): AccountRecord | undefined;
  change(account: AccountRecord, changes: Partial<AccountFields>, by: Actor): void;
  /** The risk as it is from now on. */
  assess(account: AccountRecord, risk: AccountRisk): void;
  /** The same for what happened before the tenant started: nobody is told. */
  remember(account: AccountRecord, risks: readonly AccountRisk[]): void;
};

/** Nobody has been asked to sign in again within living memory. */
const longAgo = '2024-06-03T08:00:00.000Z';

export const riskOf = ({ risks }: AccountRecord): AccountRisk | undefined => risks.at(-1);

export function createAccounts(people: readonly Person[], bus: EventBus): Accounts {
  const records = new Map<string, AccountRecord>(
    people.map((person) => [
      person.objectId.toLowerCase(),
      {
        person,
        fields: { enabled: true, onPremisesEnabled: true, sessionsValidFrom: longAgo, mustChangePassword: false },
        risks: [],
      },
    ]),
  );
  const byUpn = new Map([...records.values()].map((record) => [record.person.upn.toLowerCase(), record]));
  return {
    all: () => records.values(),
    byObjectId: (id) => records.get(id.toLowerCase()),
    byUpn: (upn) => byUpn.get(upn.toLowerCase()),
    change: (account, changes, by) => {
      const fields = changedFields(account.fields, changes);
      if (fields.length === 0) return;
      account.fields = { ...account.fields, ...changes };
      bus.emit({ kind: 'accountChanged', account, fields, by });
    },
    assess: (account, risk) => {
      account.risks = [...account.risks, risk];
      bus.emit({ kind: 'accountRiskChanged', account, risk });
    },
    remember: (account, risks) => {
      account.risks = [...risks];
    },
  };
}
