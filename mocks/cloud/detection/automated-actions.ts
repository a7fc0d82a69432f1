/**
 * What a custom detection does by itself to what its query found: each action names the column with its target. What
 * cannot be done is left undone: the alert is there all the same.
 * https://learn.microsoft.com/defender-xdr/custom-detection-rules#4-specify-actions
 */
import type { EndpointActionType } from '@/lib/wire/defender-endpoint/machine-action';
import type { GraphDetectionAction } from '@/lib/wire/graph-security/detection-rule';
import { type AnswerRow, cellText } from '@/mocks/cloud/detection/answer-rows';
import { remediateEmails, type SupportedRemediation } from '@/mocks/cloud/email/remediate';
import { isOver } from '@/mocks/store/endpoint/investigations';
import { orderRefusal } from '@/mocks/store/endpoint/order-refusal';
import { putIndicator } from '@/mocks/store/endpoint/put-indicator';
import type { Actor } from '@/mocks/store/events';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AccountFields, AccountRecord } from '@/mocks/store/records/account-record';
import type { Store } from '@/mocks/store/store';

type Actions = NonNullable<GraphDetectionAction['automatedActions']>;
type World = { store: Store; logs: LogWriter };
/** A row that was found, and by which rule. */
export type Found = { rule: string; row: AnswerRow };

/** The cell of the column that an action names, or of the one it is usually in. */
const cellOf = ({ row }: Found, column: string | null | undefined, usual: string): string =>
  cellText(row[column ?? usual]);

type DeviceOrder = {
  type: EndpointActionType;
  deviceIdColumn?: string | null | undefined;
  scope?: string;
  sha1?: string;
};

function deviceOrders(actions: Actions, found: Found): DeviceOrder[] {
  return [
    ...(actions.isolateDevices ?? []).map(({ deviceIdColumn, isolationType }) => ({
      type: 'Isolate' as const,
      deviceIdColumn,
      scope: isolationType === 'selective' ? 'Selective' : 'Full',
    })),
    ...(actions.collectInvestigationPackages ?? []).map((set) => ({
      type: 'CollectInvestigationPackage' as const,
      ...set,
    })),
    ...(actions.restrictAppExecutions ?? []).map((set) => ({ type: 'RestrictCodeExecution' as const, ...set })),
    ...(actions.runAntivirusScans ?? []).map((set) => ({ type: 'RunAntiVirusScan' as const, scope: 'Full', ...set })),
    ...(actions.stopAndQuarantineFiles ?? []).map(({ deviceIdColumn, sha1Column }) => ({
      type: 'StopAndQuarantineFile' as const,
      deviceIdColumn,
      sha1: cellOf(found, sha1Column, 'SHA1'),
    })),
  ];
}

function actOnDevices({ store: { endpoint } }: World, actions: Actions, found: Found): void {
  const machineAt = (column: string | null | undefined) => endpoint.machines.byId(cellOf(found, column, 'DeviceId'));
  const comment = `Custom detection: ${found.rule}`;
  for (const { type, deviceIdColumn, scope, sha1 } of deviceOrders(actions, found)) {
    const machine = machineAt(deviceIdColumn);
    if (!machine || orderRefusal(endpoint, machine, type)) continue;
    endpoint.actions.order({ type, machine, scope: scope ?? null, requestor: found.rule, comment, sha1: sha1 ?? null });
  }
  for (const { deviceIdColumn } of actions.initiateInvestigations ?? []) {
    const machine = machineAt(deviceIdColumn);
    const busy = endpoint.investigations.all().some((one) => one.machine === machine && !isOver(one));
    if (machine && !busy) endpoint.investigations.start(machine, found.rule, comment);
  }
}

function actOnFiles({ store }: World, actions: Actions, found: Found): void {
  const author = { objectId: null, email: null, name: found.rule, userPrincipalName: null };
  const wanted = [
    ...(actions.blockFiles ?? []).map((set) => ({ set, action: 'BlockAndRemediate' as const })),
    ...(actions.allowFiles ?? []).map((set) => ({ set, action: 'Allowed' as const })),
  ];
  for (const { set, action } of wanted) {
    const sha256 = set.sha256Column ? cellOf(found, set.sha256Column, 'SHA256') : '';
    const indicatorValue = sha256 || cellOf(found, set.sha1Column, 'SHA1');
    if (indicatorValue === '') continue;
    const fields = {
      indicatorValue,
      indicatorType: sha256 ? ('FileSha256' as const) : ('FileSha1' as const),
      action,
      title: found.rule,
      description: `By the custom detection ${found.rule}`,
      rbacGroupNames: set.deviceGroupNames ?? [],
    };
    putIndicator(store.endpoint.indicators, fields, author);
  }
}

function actOnAccounts({ store }: World, actions: Actions, found: Found): void {
  const by: Actor = { kind: 'cloud', name: found.rule };
  const bySid = (column: string | null | undefined): AccountRecord | undefined => {
    const sid = cellOf(found, column, 'AccountSid');
    return sid === '' ? undefined : [...store.accounts.all()].find(({ person }) => person.sid === sid);
  };
  const change = (account: AccountRecord | undefined, changes: Partial<AccountFields>): void => {
    if (account) store.accounts.change(account, changes, by);
  };
  for (const { accountSidColumn } of actions.disableUsers ?? []) {
    change(bySid(accountSidColumn), { enabled: false, onPremisesEnabled: false });
  }
  for (const { accountSidColumn } of actions.forceUserPasswordResets ?? []) {
    change(bySid(accountSidColumn), { mustChangePassword: true });
  }
  for (const { accountObjectIdColumn } of actions.markUsersAsCompromised ?? []) {
    const account = store.accounts.byObjectId(cellOf(found, accountObjectIdColumn, 'AccountObjectId'));
    if (!account || account.risks.at(-1)?.state === 'confirmedCompromised') continue;
    store.accounts.assess(account, {
      level: 'high',
      state: 'confirmedCompromised',
      detail: 'adminConfirmedUserCompromised',
      eventTypes: [],
      initiatedBy: null,
      initiatedByName: found.rule,
      at: store.clock.iso(),
    });
  }
}

const remediations: readonly (readonly [keyof Actions, SupportedRemediation])[] = [
  ['hardDeleteEmails', 'hardDelete'],
  ['softDeleteEmails', 'softDelete'],
  ['moveEmailsToDeletedItems', 'moveToDeletedItems'],
  ['moveEmailsToJunk', 'moveToJunk'],
  ['moveEmailsToInbox', 'moveToInbox'],
];

function actOnEmails(world: World, actions: Actions, found: Found): void {
  for (const [set, remediation] of remediations) {
    for (const columns of actions[set] ?? []) {
      const column = (name: string): string | null => {
        const value: unknown = Reflect.get(columns, name);
        return typeof value === 'string' ? value : null;
      };
      const networkMessageId = cellOf(found, column('networkMessageIdColumn'), 'NetworkMessageId');
      const recipient = cellOf(found, column('recipientColumn'), 'RecipientEmailAddress');
      if (networkMessageId === '' || recipient === '') continue;
      const mail = {
        internetMessageId: cellText(found.row.InternetMessageId),
        sender: cellText(found.row.SenderFromAddress),
        direction: cellText(found.row.EmailDirection),
        threats: cellText(found.row.ThreatTypes),
      };
      remediateEmails(world, [{ networkMessageId, recipient, found: mail }], remediation, found.rule);
    }
  }
}

export function runAutomatedActions(world: World, actions: Actions, found: Found): void {
  actOnDevices(world, actions, found);
  actOnFiles(world, actions, found);
  actOnAccounts(world, actions, found);
  actOnEmails(world, actions, found);
}
