/**
 * Challenge 50, incident #12345: a phishing mail takes alex.johnson's session, the session takes Key Vault secrets and a
 * storage account's exports, and at the end somebody tries to make a new administrator.
 * It runs from 08:30 to 10:00 on a clock that says 10:05 when the tenant starts. The last part (from 09:56) lies inside the
 * look-back of the 15-minute rule with at least six minutes to spare.
 */
import { apps } from '@/mocks/company/apps';
import { azureResources, keyVault, sqlServer, storageAccount } from '@/mocks/company/azure';
import type { Person } from '@/mocks/company/people';
import { attackerIp } from '@/mocks/company/sites';
import { binaries } from '@/mocks/company/telemetry/binaries';
import {
  auditRow,
  azureActivityRow,
  blobRow,
  type CloudApp,
  cloudAppRow,
  cloudApps,
  vaultRow,
} from '@/mocks/company/telemetry/cloud';
import { accountOf, networkRow, processRow, type RunningProgram } from '@/mocks/company/telemetry/device';
import { clickRow, emailRow, emailUrlRow, type Message } from '@/mocks/company/telemetry/mail';
import {
  identityLogonRow,
  type RiskLevel,
  type SignIn,
  signInEventsBetaRow,
  signinLogsRow,
} from '@/mocks/company/telemetry/sign-in';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { carpathia, type Foothold, userAgents } from '@/mocks/scenarios/kernel/attack';
import {
  azureEvidence,
  cloudAppEvidence,
  deviceEvidence,
  ipEvidence,
  mailboxEvidence,
  messageEvidence,
  processEvidence,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { day, minute } from '@/mocks/scenarios/kernel/time';

const lure = 'https://invoices.fabrikam-payments.example/view?id=48213';
const backdoor = 'svc-backup-sync';

/** Who and what the story is about, and a clock that counts minutes from 08:30. */
function cast({ company, random, startAt }: Scene) {
  const alex = company.person('alex.johnson');
  const laptop = company.laptopOf(alex);
  const at = (minutes: number, seconds = 0) => startAt + minutes * minute + seconds * 1_000;
  const guid = () => random.guid();

  const signIn = (
    when: number,
    from: Foothold,
    risk: RiskLevel,
    resultType = 0,
    app: SignIn['app'] = apps.azurePortal,
  ): SignIn => ({
    at: when,
    person: alex,
    app,
    ip: from.ip,
    place: from.place,
    resultType,
    risk,
    riskEvents: risk === 'none' ? [] : ['unfamiliarFeatures', 'anonymizedIPAddress'],
    device: null,
    userAgent: userAgents.linuxFirefox,
    browser: 'Firefox 128.0',
    os: 'Linux',
    mfa: resultType === 0,
    requestId: guid(),
    correlationId: guid(),
  });
  const everySignInTable = (entry: SignIn): Line[] => [
    ['SigninLogs', signinLogsRow(entry)],
    ['AADSignInEventsBeta', signInEventsBetaRow(entry)],
    ['IdentityLogonEvents', identityLogonRow(entry)],
  ];
  const cloud = (
    when: number,
    app: CloudApp,
    actionType: string,
    objectName: string,
    objectType: string,
    from: Foothold,
    isAdmin = false,
  ): Line => [
    'CloudAppEvents',
    cloudAppRow({
      at: when,
      person: alex,
      app,
      actionType,
      ip: from.ip,
      place: from.place,
      objectName,
      objectType,
      isAdmin,
      userAgent: userAgents.linuxFirefox,
      reportId: guid(),
    }),
  ];
  return { company, random, alex, laptop, at, guid, signIn, everySignInTable, cloud };
}
type Cast = ReturnType<typeof cast>;

function lureMessage(recipient: Person, at: number, id: string, landed: boolean): Message {
  return {
    at,
    networkMessageId: id,
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

function spraySteps({ company, at, signIn, random }: Cast): Step[] {
  const start = at(0) - 2 * day;
  const targets = company.people
    .filter((person) => person.department === 'IT Operations' || person.department === 'Finance')
    .slice(0, 7);
  return [
    {
      at: start,
      what: 'Two days earlier: a slow password spray against IT and Finance from the same network',
      technique: 'T1110.003',
      rows: () =>
        batches(
          targets.flatMap((person, index): Line[] => {
            const attempt: SignIn = {
              ...signIn(start + index * 7 * minute, carpathia.main, 'low', 50126, apps.exchange),
              person,
              requestId: random.guid(),
            };
            return [
              ['SigninLogs', signinLogsRow(attempt)],
              ['AADSignInEventsBeta', signInEventsBetaRow(attempt)],
            ];
          }),
        ),
    },
  ];
}

function phishingSteps(on: Cast, mail: Message): Step[] {
  const { company, alex, laptop, at, guid, random } = on;
  const others = ['lucia.ferrari', 'nora.whitfield', 'devon.clarke'].map((name) => company.person(name));
  const browser = programOf(
    on,
    binaries.edge,
    `"${binaries.edge.folderPath}" --single-argument ${lure}`,
    at(8, 20),
    'OUTLOOK.EXE',
  );
  return [
    {
      at: mail.at,
      what: 'An "Urgent Invoice" mail reaches alex.johnson; three copies to colleagues are quarantined',
      technique: 'T1566.002',
      rows: () =>
        batches([
          ['EmailEvents', emailRow(mail)],
          ['EmailUrlInfo', emailUrlRow(mail, lure)],
          ...others.flatMap((person, index): Line[] => {
            const copy = lureMessage(person, mail.at + index * 2_000, guid(), false);
            return [
              ['EmailEvents', emailRow(copy)],
              ['EmailUrlInfo', emailUrlRow(copy, lure)],
            ];
          }),
        ]),
    },
    {
      at: at(8, 40),
      what: 'alex.johnson follows the link to a sign-in page that relays to the real one',
      technique: 'T1204.001',
      rows: () => {
        const moment = { device: laptop, account: accountOf(alex), by: browser, reportId: 48_213 };
        const connection = {
          remoteIp: carpathia.main.ip,
          remotePort: 443,
          remoteUrl: 'invoices.fabrikam-payments.example',
          localPort: 50_000 + random.int(9_000),
        };
        return batches([
          [
            'UrlClickEvents',
            clickRow({
              at: at(8, 40),
              url: lure,
              person: alex,
              ip: laptop.site.egressIp,
              networkMessageId: mail.networkMessageId,
              allowed: true,
              throughWarning: false,
              threatTypes: '',
              reportId: guid(),
            }),
          ],
          ['DeviceNetworkEvents', networkRow({ ...moment, at: at(8, 41) }, connection)],
          [
            'DeviceNetworkEvents',
            networkRow({ ...moment, at: at(9, 5) }, { ...connection, localPort: connection.localPort + 2 }),
          ],
        ]);
      },
    },
  ];
}

function programOf(
  { random }: Cast,
  binary: RunningProgram['binary'],
  commandLine: string,
  startedAt: number,
  parentFileName: string,
): RunningProgram {
  return {
    binary,
    commandLine,
    pid: 4_000 + random.int(5_000) * 4,
    startedAt,
    parentFileName,
    parentPid: 2_000 + random.int(900) * 4,
    integrity: 'Medium',
  };
}

function sessionSteps(on: Cast): Step[] {
  const { alex, at, signIn, everySignInTable, cloud } = on;
  return [
    {
      at: at(13, 10),
      what: 'Two refused second factors, then a session from Bucharest with a high-risk sign-in',
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...everySignInTable(signIn(at(12, 2), carpathia.main, 'medium', 500121, apps.officeHome)),
          ...everySignInTable(signIn(at(12, 44), carpathia.main, 'medium', 500121, apps.officeHome)),
          ...everySignInTable(signIn(at(14, 5), carpathia.main, 'high', 0, apps.officeHome)),
          ...everySignInTable(signIn(at(16, 30), carpathia.main, 'high', 0, apps.exchange)),
          cloud(at(14, 6), cloudApps.m365, 'Log on', 'Microsoft 365', 'Service', carpathia.main),
        ]),
    },
    {
      at: at(18),
      what: 'The mailbox is read, and a rule hides answers that mention invoices',
      technique: 'T1114.003',
      rows: () =>
        batches([
          cloud(at(17, 15), cloudApps.exchange, 'MailItemsAccessed', alex.upn, 'Mailbox', carpathia.main),
          cloud(at(18, 2), cloudApps.exchange, 'MailItemsAccessed', alex.upn, 'Mailbox', carpathia.main),
          cloud(at(20, 31), cloudApps.exchange, 'New-InboxRule', `${alex.upn}\\..`, 'Rule', carpathia.main),
          [
            'OfficeActivity',
            {
              TimeGenerated: at(20, 31),
              RecordType: 'ExchangeAdmin',
              Operation: 'New-InboxRule',
              OfficeWorkload: 'Exchange',
              ResultStatus: 'True',
              UserId: alex.upn,
              UserKey: alex.objectId,
              UserType: 'Regular',
              ClientIP: carpathia.main.ip,
              OfficeObjectId: `${alex.upn}\\..`,
              Parameters: JSON.stringify([
                { Name: 'SubjectOrBodyContainsWords', Value: 'invoice;fabrikam' },
                { Name: 'DeleteMessage', Value: 'True' },
                { Name: 'StopProcessingRules', Value: 'True' },
              ]),
            },
          ],
        ]),
    },
  ];
}

const reconnaissance = [
  { binary: binaries.whoami, commandLine: 'whoami.exe /all', second: 12 },
  { binary: binaries.nltest, commandLine: 'nltest.exe /dclist:contoso.com', second: 40 },
  { binary: binaries.nltest, commandLine: 'nltest.exe /domain_trusts /all_trusts', second: 63 },
  { binary: binaries.net1, commandLine: 'C:\\Windows\\system32\\net1 group "Domain Admins" /domain', second: 95 },
] as const;

function laptopSteps(on: Cast): Step[] {
  const { alex, laptop, at } = on;
  const shell = programOf(on, binaries.cmd, 'cmd.exe /c "%TEMP%\\invoice_48213.cmd"', at(24), 'msedge.exe');
  return [
    {
      at: at(24),
      what: 'The invoice also brought a script: whoami, nltest and net1 run on the laptop within the hour',
      technique: 'T1087.002',
      rows: () =>
        batches(
          reconnaissance.map(({ binary, commandLine, second }, index): Line => {
            const startedAt = at(24, second);
            const moment = {
              at: startedAt,
              device: laptop,
              account: accountOf(alex),
              by: shell,
              reportId: 9_100 + index,
            };
            return [
              'DeviceProcessEvents',
              processRow(moment, programOf(on, binary, commandLine, startedAt, 'cmd.exe')),
            ];
          }),
        ),
    },
  ];
}

function azureSteps(on: Cast): Step[] {
  const { alex, at, guid, signIn, everySignInTable, cloud } = on;
  const from = carpathia.main;
  const operate = (when: number, resource: (typeof azureResources)[number], operation: string): Line => [
    'AzureActivity',
    azureActivityRow({
      at: when,
      caller: alex.upn,
      callerIp: from.ip,
      resource,
      operation,
      status: 'Success',
      correlationId: guid(),
    }),
  ];
  const sweep = azureResources.filter((resource) => !resource.type.startsWith('Microsoft.Logic')).slice(0, 16);
  return [
    {
      at: at(35),
      what: 'The Azure portal opens for the stolen session; storage keys and vault settings are read',
      technique: 'T1530',
      rows: () =>
        batches([
          ...everySignInTable(signIn(at(35, 12), from, 'medium')),
          cloud(at(35, 14), cloudApps.azure, 'Log on', 'Azure Portal', 'Service', from),
          operate(at(38, 20), storageAccount, 'Microsoft.Storage/storageAccounts/listKeys/action'),
          operate(at(39, 2), keyVault, 'Microsoft.KeyVault/vaults/read'),
          operate(at(40, 44), keyVault, 'Microsoft.KeyVault/vaults/accessPolicies/write'),
          operate(at(41, 10), sqlServer, 'Microsoft.Sql/servers/firewallRules/write'),
          cloud(
            at(38, 21),
            cloudApps.azure,
            'List Storage Account Keys',
            storageAccount.name,
            'Azure resource',
            from,
            true,
          ),
          cloud(
            at(40, 45),
            cloudApps.azure,
            'Update Key Vault Access Policies',
            keyVault.name,
            'Azure resource',
            from,
            true,
          ),
        ]),
    },
    {
      at: at(70),
      what: 'A script walks the subscriptions: more than ten operations over many resource groups within five minutes',
      technique: 'T1580',
      rows: () =>
        batches(
          sweep.map((resource, index): Line => operate(at(70, 10 + index * 14), resource, `${resource.type}/read`)),
        ),
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

function vaultStep(on: Cast, from: Foothold, start: number, paths: readonly string[], what: string): Step {
  const { alex, guid, cloud } = on;
  const read = (when: number, operation: 'SecretList' | 'SecretGet' | 'KeyGet', path: string): Line => [
    'AzureDiagnostics',
    vaultRow({
      at: when,
      upn: alex.upn,
      appId: apps.azureCli.appId,
      callerIp: from.ip,
      vault: keyVault,
      operation,
      path,
      allowed: true,
      correlationId: guid(),
    }),
  ];
  return {
    at: start,
    what,
    technique: 'T1555.006',
    rows: () =>
      batches([
        read(start, 'SecretList', 'secrets'),
        ...paths.flatMap((path, index): Line[] => {
          const when = start + (index + 1) * 11_000;
          const operation = path.startsWith('keys/') ? 'KeyGet' : 'SecretGet';
          return [
            read(when, operation, path),
            cloud(when, cloudApps.keyVault, operation, `${keyVault.name}/${path}`, 'Secret', from),
          ];
        }),
      ]),
  };
}

function downloadStep(on: Cast): Step {
  const { alex, at, guid, random, cloud } = on;
  const from = carpathia.main;
  return {
    at: at(76),
    what: 'Twenty-four customer exports are downloaded from stcontosoprod',
    technique: 'T1530',
    rows: () =>
      batches(
        Array.from({ length: 24 }, (_, index): Line[] => {
          const when = at(76, index * 13);
          const blob = `2025/01/customers-${String(index + 1).padStart(2, '0')}.parquet`;
          return [
            [
              'StorageBlobLogs',
              blobRow({
                at: when,
                person: alex,
                ip: from.ip,
                account: storageAccount,
                container: 'customer-exports',
                blob,
                bytes: 8_000_000 + random.int(40_000_000),
                correlationId: guid(),
              }),
            ],
            ...(index % 6 === 0
              ? [
                  cloud(
                    when,
                    cloudApps.storage,
                    'GetBlob',
                    `${storageAccount.name}/customer-exports/${blob}`,
                    'Blob',
                    from,
                  ),
                ]
              : []),
          ];
        }).flat(),
      ),
  };
}

/** From 09:56: everything the 15-minute rule looks for, late enough to be still in its window when the tenant has run for six minutes. */
function persistenceSteps(on: Cast): Step[] {
  const { alex, at, guid, signIn, everySignInTable, cloud } = on;
  const from = carpathia.second;
  const change = (
    when: number,
    operation: string,
    category: string,
    success: boolean,
    reason: string,
    target: { type: string; displayName: string; userPrincipalName?: string },
  ): Line => [
    'AuditLogs',
    auditRow({
      at: when,
      by: alex,
      ip: from.ip,
      operation,
      category,
      success,
      reason,
      targets: [{ ...target, changes: [{ name: 'AppRole.Value', from: '', to: 'Application.ReadWrite.All' }] }],
      correlationId: guid(),
    }),
  ];
  return [
    {
      at: at(83),
      what: 'Conditional Access stops a try with Graph Explorer',
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...everySignInTable(signIn(at(83, 12), carpathia.main, 'high', 53003, apps.graphExplorer)),
          ...everySignInTable(signIn(at(83, 50), carpathia.main, 'high', 53003, apps.graphExplorer)),
        ]),
    },
    {
      at: at(87, 5),
      what: 'A fresh high-risk sign-in from a neighbouring address',
      technique: 'T1078.004',
      rows: () => batches(everySignInTable(signIn(at(87, 5), from, 'high'))),
    },
    vaultStep(on, from, at(87, 20), secrets.slice(0, 3), 'Three secrets are read again, from the new address'),
    {
      at: at(88, 20),
      what: 'A consent, a service principal with an app role, a new user, and a refused try to make it Global Administrator',
      technique: 'T1098.003',
      rows: () => {
        const upn = `${backdoor}@contoso.com`;
        return batches([
          cloud(
            at(88, 20),
            cloudApps.m365,
            'Consent to application.',
            'Backup Sync Connector',
            'Application',
            from,
            true,
          ),
          cloud(
            at(88, 41),
            cloudApps.m365,
            'Add service principal.',
            'Backup Sync Connector',
            'ServicePrincipal',
            from,
            true,
          ),
          change(at(88, 41), 'Add service principal', 'ApplicationManagement', true, '', {
            type: 'ServicePrincipal',
            displayName: 'Backup Sync Connector',
          }),
          change(at(88, 55), 'Add app role assignment to service principal', 'ApplicationManagement', true, '', {
            type: 'ServicePrincipal',
            displayName: 'Backup Sync Connector',
          }),
          cloud(at(89, 8), cloudApps.m365, 'Add user.', upn, 'User', from, true),
          change(at(89, 8), 'Add user', 'UserManagement', true, '', {
            type: 'User',
            displayName: backdoor,
            userPrincipalName: upn,
          }),
          cloud(at(89, 30), cloudApps.m365, 'Add member to role.', upn, 'User', from, true),
          change(
            at(89, 30),
            'Add member to role',
            'RoleManagement',
            false,
            'Insufficient privileges to complete the operation.',
            { type: 'User', displayName: backdoor, userPrincipalName: upn },
          ),
        ]);
      },
    },
  ];
}

function alertsOf(on: Cast, mail: Message): AlertSeed[] {
  const { alex, laptop, at } = on;
  const from = carpathia.main;
  const compromised = {
    at: at(17),
    verdict: 'malicious',
    roles: ['compromised'],
    remediation: 'pendingApproval',
  } as const;
  const attacker = { at: at(17), verdict: 'malicious', roles: ['attacker', 'source'], remediation: 'active' } as const;
  const target = (minutes: number) =>
    ({ at: at(minutes), verdict: 'suspicious', roles: ['attacked', 'destination'], remediation: 'active' }) as const;
  const script = {
    binary: binaries.net1,
    commandLine: reconnaissance[3].commandLine,
    pid: 7_312,
    startedAt: at(24, 95),
    parent: binaries.cmd,
    parentPid: 7_100,
    person: alex,
  };
  return [
    raiseAlert({
      product: 'entra',
      key: 'challenge-50/risky-sign-in',
      title: 'Risky sign-in detected',
      description:
        'A sign-in with properties not seen before for this user came from an anonymised address in Romania. Real-time risk: high.',
      severity: 'medium',
      category: 'InitialAccess',
      techniques: ['T1078', 'T1078.004'],
      firstAt: at(14, 5),
      lastAt: at(16, 30),
      createdAt: at(17),
      evidence: [userEvidence(alex, compromised), ipEvidence(from.ip, from.place, attacker)],
      recommendedActions: 'Confirm the user as compromised, reset the password and revoke the sessions.',
    }),
    raiseAlert({
      product: 'cloudApps',
      key: 'challenge-50/infrequent-country',
      title: 'Activity from infrequent country',
      description:
        'alex.johnson@contoso.com was active from Romania, where nobody in the organisation had been active in the past 180 days.',
      severity: 'medium',
      category: 'DefenseEvasion',
      techniques: ['T1078'],
      firstAt: at(17, 15),
      lastAt: at(20, 31),
      createdAt: at(25),
      evidence: [
        userEvidence(alex, { ...compromised, at: at(25) }),
        ipEvidence(from.ip, from.place, { ...attacker, at: at(25) }),
        cloudAppEvidence(cloudApps.exchange, { at: at(25), roles: ['contextual'], verdict: 'suspicious' }),
        mailboxEvidence(alex, {
          at: at(25),
          roles: ['compromised'],
          verdict: 'malicious',
          remediation: 'pendingApproval',
        }),
        messageEvidence(mail, { at: at(25), roles: ['source'], verdict: 'malicious', remediation: 'active' }),
        urlEvidence(lure, { at: at(25), roles: ['source'], verdict: 'malicious', remediation: 'blocked' }),
      ],
    }),
    raiseAlert({
      product: 'sentinel',
      key: 'challenge-50/sign-in-then-azure',
      title: 'Suspicious Sign-in Followed by Azure Resource Access',
      description:
        'A sign-in with medium or high risk was followed within an hour by administrative operations on Key Vault, Storage or SQL by the same user.',
      severity: 'high',
      category: 'InitialAccess',
      techniques: ['T1078', 'T1530'],
      firstAt: at(35, 12),
      lastAt: at(41, 10),
      createdAt: at(51, 20),
      ruleId: ruleIds.signInThenAzure,
      evidence: [
        userEvidence(alex, { ...compromised, at: at(51) }),
        ipEvidence(from.ip, from.place, { ...attacker, at: at(51) }),
        azureEvidence(keyVault, target(51)),
        azureEvidence(storageAccount, target(51)),
        cloudAppEvidence(cloudApps.azure, { at: at(51), roles: ['contextual'] }),
        deviceEvidence(laptop, { at: at(51), roles: ['compromised'], verdict: 'suspicious', remediation: 'active' }),
        processEvidence(script, laptop, { at: at(51), verdict: 'suspicious', remediation: 'active' }),
      ],
      customDetails: { RiskLevel: ['high', 'medium'], City: ['Bucharest'] },
      recommendedActions: "Revoke the user's sessions, block the address, then rotate what was read.",
    }),
    raiseAlert({
      product: 'sentinel',
      key: 'challenge-50/credential-access',
      title: 'Post-Compromise Credential Access Attempt',
      description:
        'A user with a high-risk sign-in in the last fifteen minutes read Key Vault secrets and assigned an app role.',
      severity: 'high',
      category: 'CredentialAccess',
      techniques: ['T1555', 'T1098'],
      firstAt: at(87, 20),
      lastAt: at(89, 30),
      createdAt: at(89, 50),
      detectionSource: 'nrtAlerts',
      ruleId: ruleIds.credentialAccess,
      evidence: [
        userEvidence(alex, { ...compromised, at: at(89, 50) }),
        ipEvidence(carpathia.second.ip, carpathia.second.place, { ...attacker, at: at(89, 50) }),
        azureEvidence(keyVault, target(89)),
      ],
    }),
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  const mail = lureMessage(on.alex, on.at(1, 12), on.guid(), true);
  return {
    title: 'Multi-stage attack: Suspicious sign-in + credential access',
    description:
      'A phished session of alex.johnson@contoso.com signed in from Eastern Europe, read Key Vault secrets, downloaded storage exports and tried to create a new administrator.',
    severity: 'high',
    priorityScore: 97,
    tags: ['Credential theft'],
    alerts: alertsOf(on, mail),
    steps: [
      ...spraySteps(on),
      ...phishingSteps(on, mail),
      ...sessionSteps(on),
      ...laptopSteps(on),
      ...azureSteps(on),
      vaultStep(on, carpathia.main, on.at(54), secrets, 'Six secrets and keys are read from kv-contoso-prod'),
      downloadStep(on),
      ...persistenceSteps(on),
    ],
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
