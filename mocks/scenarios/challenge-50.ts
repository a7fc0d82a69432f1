/**
 * Challenge 50, incident #12345: a phishing mail takes alex.johnson's session, the session takes Key Vault secrets and a
 * storage account's exports, and at the end somebody tries to make a new administrator.
 * It runs from 08:30 to 10:00 on a clock that says 10:05 when the tenant starts. The last part (from 09:57) lies inside
 * the look-back of the 15-minute rule with at least six minutes to spare.
 */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import { type AzureResource, azureResources, keyVault, sqlServer, storageAccount } from '@/mocks/company/azure';
import type { Person } from '@/mocks/company/people';
import { attackerIp } from '@/mocks/company/sites';
import { binaries } from '@/mocks/company/telemetry/binaries';
import { blobRow, type CloudApp, cloudApps } from '@/mocks/company/telemetry/cloud';
import { indicatorRow } from '@/mocks/company/telemetry/indicator';
import { clickRow, type Message } from '@/mocks/company/telemetry/mail';
import { challenge50Alerts } from '@/mocks/scenarios/challenge-50-alerts';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import {
  auditLine,
  azureLine,
  cloudLine,
  connectionLine,
  type Foothold,
  mailLines,
  processLine,
  program,
  type SignInDeed,
  signInLines,
  vaultLine,
} from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { day, minute } from '@/mocks/scenarios/kernel/time';

export const lure = 'https://invoices.fabrikam-payments.example/view?id=48213';
const backdoor = 'svc-backup-sync';
const intruder = carpathia.main;

/** Who and what the story is about, and a clock that counts minutes from 08:30. */
function cast({ company, startAt }: Scene) {
  const alex = company.person('alex.johnson');
  const at = (minutes: number, seconds = 0) => startAt + minutes * minute + seconds * 1_000;
  const signsIn = (when: number, from: Foothold, more: Partial<SignInDeed>): Line[] =>
    signInLines({ at: when, person: alex, from, app: apps.azurePortal, ...more });
  const does = (
    when: number,
    app: CloudApp,
    action: string,
    object: string,
    objectType: string,
    from: Foothold = intruder,
  ): Line =>
    cloudLine({ at: when, person: alex, from, app, action, object, objectType, isAdmin: app === cloudApps.azure });
  const operates = (when: number, resource: AzureResource, operation: string, from: Foothold = intruder): Line =>
    azureLine(when, alex, from, resource, operation);
  return { company, alex, laptop: company.laptopOf(alex), at, signsIn, does, operates };
}
export type Cast = ReturnType<typeof cast>;

function invoice(recipient: Person, at: number, landed: boolean): Message {
  return {
    at,
    networkMessageId: guidOf(`urgent-invoice/${recipient.upn}/${at}`),
    senderAddress: 'billing@fabrikam-payments.example',
    senderName: 'Fabrikam Accounts Receivable',
    senderIp: attackerIp(20),
    recipient,
    subject: 'Urgent Invoice 48213: payment overdue',
    direction: 'Inbound',
    deliveryAction: landed ? 'Delivered' : 'Blocked',
    deliveryLocation: landed ? 'Inbox/folder' : 'Quarantine',
    threatTypes: landed ? '' : 'Phish',
    urls: [lure],
    attachments: [],
  };
}

/** Two days earlier: a slow spray from the same address, and feeds that know the network. */
function prelude({ company, at }: Cast): Step[] {
  const start = at(0) - 2 * day;
  const targets = company.people
    .filter((person) => ['IT Operations', 'Finance'].includes(person.department))
    .slice(0, 7);
  const known = [
    { ip: carpathia.main.ip, threatType: 'Phishing', confidence: 85 },
    { ip: carpathia.second.ip, threatType: 'Phishing', confidence: 80 },
    { ip: carpathia.commandAndControl.ip, threatType: 'C2', confidence: 92 },
  ];
  return [
    {
      at: start,
      what: 'Two days earlier, a slow password spray against IT and Finance comes from the same address',
      technique: 'T1110.003',
      rows: () =>
        batches(
          targets.flatMap((person, index) =>
            signInLines({
              at: start + index * 7 * minute,
              person,
              from: intruder,
              app: apps.exchange,
              risk: 'low',
              resultType: 50126,
            }),
          ),
        ),
    },
    {
      at: at(0) - 20 * 60 * minute,
      what: 'A threat-intelligence feed lists the network',
      technique: null,
      rows: () =>
        batches(
          known.map((entry): Line => {
            const when = at(0) - 20 * 60 * minute;
            const row = indicatorRow({
              ...entry,
              at: when,
              id: guidOf(`indicator/${entry.ip}`),
              provider: 'Microsoft Defender Threat Intelligence',
              expiresAt: when + 90 * day,
              description: 'Carpathia Hosting: sign-in relay',
            });
            return ['ThreatIntelligenceIndicator', row];
          }),
        ),
    },
  ];
}

function phishing({ company, alex, laptop, at }: Cast, mail: Message): Step[] {
  const colleagues = ['lucia.ferrari', 'nora.whitfield', 'devon.clarke'].map((name) => company.person(name));
  const browser = program(binaries.edge, `"msedge.exe" --single-argument ${lure}`, at(8, 38), 'OUTLOOK.EXE');
  const relay = { remoteIp: intruder.ip, remotePort: 443, remoteUrl: 'invoices.fabrikam-payments.example' };
  const click = {
    at: at(8, 40),
    url: lure,
    person: alex,
    ip: laptop.site.egressIp,
    networkMessageId: mail.networkMessageId,
    allowed: true,
    throughWarning: false,
    threatTypes: '',
    reportId: guidOf(`click/${mail.networkMessageId}`),
  };
  return [
    {
      at: mail.at,
      what: 'An "Urgent Invoice" mail reaches alex.johnson; three copies to colleagues are quarantined',
      technique: 'T1566.002',
      rows: () =>
        batches(
          [mail, ...colleagues.map((person, index) => invoice(person, mail.at + index * 2_000, false))].flatMap(
            mailLines,
          ),
        ),
    },
    {
      at: click.at,
      what: 'alex.johnson follows the link to a page that relays to the real sign-in page',
      technique: 'T1204.001',
      rows: () =>
        batches([
          ['UrlClickEvents', clickRow(click)],
          connectionLine(at(8, 41), laptop, alex, browser, relay),
          connectionLine(at(9, 5), laptop, alex, browser, relay),
        ]),
    },
  ];
}

function stolenSession({ alex, at, signsIn, does }: Cast): Step[] {
  const rule = `${alex.upn}\\..`;
  const hidingRule = {
    TimeGenerated: at(20, 31),
    RecordType: 'ExchangeAdmin',
    Operation: 'New-InboxRule',
    OfficeWorkload: 'Exchange',
    ResultStatus: 'True',
    UserId: alex.upn,
    UserKey: alex.objectId,
    UserType: 'Regular',
    ClientIP: intruder.ip,
    OfficeObjectId: rule,
    Parameters: JSON.stringify([
      { Name: 'SubjectOrBodyContainsWords', Value: 'invoice;fabrikam' },
      { Name: 'DeleteMessage', Value: 'True' },
      { Name: 'StopProcessingRules', Value: 'True' },
    ]),
  };
  return [
    {
      at: at(12, 2),
      what: 'Two refused second factors, then a high-risk session from Bucharest',
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...signsIn(at(12, 2), intruder, { app: apps.officeHome, risk: 'medium', resultType: 500121 }),
          ...signsIn(at(12, 44), intruder, { app: apps.officeHome, risk: 'medium', resultType: 500121 }),
          ...signsIn(at(14, 5), intruder, { app: apps.officeHome, risk: 'high' }),
          ...signsIn(at(16, 30), intruder, { app: apps.exchange, risk: 'high' }),
          does(at(14, 6), cloudApps.m365, 'Log on', 'Microsoft 365', 'Service'),
        ]),
    },
    {
      at: at(17, 15),
      what: 'The mailbox is read, and a rule hides answers that mention invoices',
      technique: 'T1564.008',
      rows: () =>
        batches([
          does(at(17, 15), cloudApps.exchange, 'MailItemsAccessed', alex.upn, 'Mailbox'),
          does(at(18, 2), cloudApps.exchange, 'MailItemsAccessed', alex.upn, 'Mailbox'),
          does(at(20, 31), cloudApps.exchange, 'New-InboxRule', rule, 'Rule'),
          ['OfficeActivity', hidingRule],
        ]),
    },
  ];
}

function reconnaissance({ alex, laptop, at }: Cast): Step {
  const shell = program(binaries.cmd, 'cmd.exe /c "%TEMP%\\invoice_48213.cmd"', at(24), 'msedge.exe');
  const commands = [
    program(binaries.whoami, 'whoami.exe /all', at(24, 12), 'cmd.exe'),
    program(binaries.nltest, 'nltest.exe /dclist:contoso.com', at(24, 40), 'cmd.exe'),
    program(binaries.nltest, 'nltest.exe /domain_trusts /all_trusts', at(25, 3), 'cmd.exe'),
    program(binaries.net1, 'C:\\Windows\\system32\\net1 group "Domain Admins" /domain', at(25, 35), 'cmd.exe'),
  ];
  return {
    at: at(24),
    what: 'The page also left a script: whoami, nltest and net1 run on the laptop within the hour',
    technique: 'T1087.002',
    rows: () => batches(commands.map((command) => processLine(laptop, alex, shell, command))),
  };
}

function azurePortal({ at, signsIn, does, operates }: Cast): Step[] {
  const sweep = azureResources.filter((resource) => !resource.type.startsWith('Microsoft.Logic')).slice(0, 16);
  return [
    {
      at: at(35, 12),
      what: 'The Azure portal opens for the stolen session; storage keys are listed and the vault opened up',
      technique: 'T1530',
      rows: () =>
        batches([
          ...signsIn(at(35, 12), intruder, { risk: 'medium' }),
          does(at(35, 14), cloudApps.azure, 'Log on', 'Azure Portal', 'Service'),
          operates(at(38, 20), storageAccount, 'Microsoft.Storage/storageAccounts/listKeys/action'),
          does(at(38, 21), cloudApps.azure, 'List Storage Account Keys', storageAccount.name, 'Azure resource'),
          operates(at(39, 2), keyVault, 'Microsoft.KeyVault/vaults/read'),
          operates(at(40, 44), keyVault, 'Microsoft.KeyVault/vaults/accessPolicies/write'),
          does(at(40, 45), cloudApps.azure, 'Update Key Vault Access Policies', keyVault.name, 'Azure resource'),
          operates(at(41, 10), sqlServer, 'Microsoft.Sql/servers/firewallRules/write'),
        ]),
    },
    {
      at: at(70, 10),
      what: 'A script walks the subscriptions: more than ten operations over many resource groups within five minutes',
      technique: 'T1580',
      // Sixteen operations between 09:40:10 and 09:43:40, all inside one five-minute bin.
      rows: () =>
        batches([
          ...signsIn(at(68, 40), intruder, { app: apps.azureCli, risk: 'medium' }),
          ...sweep.map((resource, index) => operates(at(70, 10 + index * 14), resource, `${resource.type}/read`)),
        ]),
    },
  ];
}

const secrets = [
  'secrets/sql-admin-password',
  'secrets/storage-prod-key',
  'secrets/erp-api-token',
  'secrets/smtp-relay',
  'keys/backup-wrap',
  'secrets/github-deploy',
];

function vaultReads({ alex, does }: Cast, from: Foothold, start: number, paths: readonly string[], what: string): Step {
  const access = { upn: alex.upn, appId: apps.azureCli.appId, callerIp: from.ip, vault: keyVault };
  return {
    at: start,
    what,
    technique: 'T1555.006',
    rows: () =>
      batches([
        vaultLine({ ...access, at: start, operation: 'SecretList', path: 'secrets' }),
        ...paths.flatMap((path, index): Line[] => {
          const when = start + (index + 1) * 11_000;
          const operation = path.startsWith('keys/') ? 'KeyGet' : 'SecretGet';
          return [
            vaultLine({ ...access, at: when, operation, path }),
            does(when, cloudApps.keyVault, operation, `${keyVault.name}/${path}`, 'Secret', from),
          ];
        }),
      ]),
  };
}

function downloads({ alex, at, does }: Cast): Step {
  const blobs = Array.from(
    { length: 24 },
    (_, index) => `2025/01/customers-${String(index + 1).padStart(2, '0')}.parquet`,
  );
  return {
    at: at(76),
    what: 'Twenty-four customer exports are downloaded from stcontosoprod',
    technique: 'T1530',
    rows: () =>
      batches(
        blobs.flatMap((blob, index): Line[] => {
          const when = at(76, index * 13);
          const row = blobRow({
            at: when,
            person: alex,
            ip: intruder.ip,
            account: storageAccount,
            container: 'customer-exports',
            blob,
            bytes: 8_000_000 + index * 1_310_720,
            correlationId: guidOf(`blob/${when}`),
          });
          const seen =
            index % 6 === 0 ? [does(when, cloudApps.storage, 'GetBlob', `${storageAccount.name}/${blob}`, 'Blob')] : [];
          return [['StorageBlobLogs', row], ...seen];
        }),
      ),
  };
}

/** Late enough to be still in the 15-minute rule's window when the tenant has run for six minutes. */
function persistence(on: Cast): Step[] {
  const { at, signsIn, operates } = on;
  return [
    {
      at: at(83, 12),
      what: 'Conditional Access stops two tries with Graph Explorer',
      technique: 'T1078.004',
      rows: () =>
        batches(
          [at(83, 12), at(83, 50)].flatMap((when) =>
            signsIn(when, intruder, { app: apps.graphExplorer, risk: 'high', resultType: 53003 }),
          ),
        ),
    },
    {
      at: at(87, 5),
      what: 'A fresh high-risk sign-in from a neighbouring address',
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...signsIn(at(87, 5), carpathia.second, { risk: 'high' }),
          operates(at(87, 15), keyVault, 'Microsoft.KeyVault/vaults/read', carpathia.second),
          operates(at(87, 18), storageAccount, 'Microsoft.Storage/storageAccounts/listKeys/action', carpathia.second),
        ]),
    },
    vaultReads(
      on,
      carpathia.second,
      at(87, 20),
      secrets.slice(0, 3),
      'Three secrets are read again, from the new address',
    ),
    newAdministrator(on),
  ];
}

function newAdministrator({ alex, at, does }: Cast): Step {
  const from = carpathia.second;
  const upn = `${backdoor}@contoso.com`;
  const user = { type: 'User', displayName: backdoor, userPrincipalName: upn };
  const application = {
    type: 'ServicePrincipal',
    displayName: 'Backup Sync Connector',
    changes: [{ name: 'AppRole.Value', from: '', to: 'Application.ReadWrite.All' }],
  };
  const change = { by: alex, ip: from.ip, success: true, reason: '' };
  const apply = { ...change, category: 'ApplicationManagement', targets: [application] };
  const refused = { ...change, success: false, reason: 'Insufficient privileges to complete the operation.' };
  return {
    at: at(88, 20),
    what: 'A consent, a service principal with an app role, a new user, and a refused try to make it an administrator',
    technique: 'T1098.003',
    rows: () =>
      batches([
        does(at(88, 20), cloudApps.m365, 'Consent to application.', application.displayName, 'Application', from),
        does(at(88, 41), cloudApps.m365, 'Add service principal.', application.displayName, 'ServicePrincipal', from),
        auditLine({ ...apply, at: at(88, 41), operation: 'Add service principal' }),
        auditLine({ ...apply, at: at(88, 55), operation: 'Add app role assignment to service principal' }),
        does(at(89, 8), cloudApps.m365, 'Add user.', upn, 'User', from),
        auditLine({ ...change, at: at(89, 8), operation: 'Add user', category: 'UserManagement', targets: [user] }),
        does(at(89, 30), cloudApps.m365, 'Add member to role.', upn, 'User', from),
        auditLine({
          ...refused,
          at: at(89, 30),
          operation: 'Add member to role',
          category: 'RoleManagement',
          targets: [user],
        }),
      ]),
  };
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  const mail = invoice(on.alex, on.at(1, 12), true);
  return {
    title: 'Multi-stage attack: Suspicious sign-in + credential access',
    description:
      'A phished session of alex.johnson@contoso.com signed in from Eastern Europe, read Key Vault secrets, downloaded storage exports and tried to make a new administrator.',
    severity: 'high',
    priorityScore: 97,
    tags: ['Credential theft'],
    alerts: challenge50Alerts(on, mail),
    steps: [
      ...prelude(on),
      ...phishing(on, mail),
      ...stolenSession(on),
      reconnaissance(on),
      ...azurePortal(on),
      vaultReads(on, intruder, on.at(54), secrets, 'Six secrets and keys are read from kv-contoso-prod'),
      downloads(on),
      ...persistence(on),
    ].sort((one, other) => one.at - other.at),
  };
}

export const challenge50: Story = {
  name: 'challenge-50',
  weight: 0,
  verdicts: [
    {
      classification: 'truePositive',
      determination: 'multiStagedAttack',
      note: 'Session theft by phishing; contained.',
    },
  ],
  tell,
};
