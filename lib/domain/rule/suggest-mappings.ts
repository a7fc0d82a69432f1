/** Which columns of a query look like entities, by the names that Microsoft's tables use for them. */
import type { EntityMapping } from '@/lib/domain/rule/rule';
import type { RuleEntity } from '@/lib/domain/rule/rule-entity';

type Hint = {
  entity: RuleEntity;
  identifier: string;
  /** Whole names in lower case, the best first. */
  names: readonly string[];
  /** What other names end in, e.g. `identity_claim_upn_s` and `CallerIPAddress`. */
  like?: RegExp;
};

/** The order is the order in which they are suggested; of several hints for an entity the first that fits counts. */
const hints: readonly Hint[] = [
  {
    entity: 'Account',
    identifier: 'FullName',
    names: [
      'userprincipalname',
      'accountupn',
      'upn',
      'initiatingprocessaccountupn',
      'targetuserprincipalname',
      'targetaccount',
      'userid',
      'user',
      'account',
      'accountname',
      'targetusername',
      'subjectusername',
      'username',
      'caller',
      'actorusername',
    ],
    like: /(?:upn|userprincipalname|accountname|username)(?:_s)?$/iu,
  },
  { entity: 'Account', identifier: 'AadUserId', names: ['accountobjectid', 'userobjectid', 'aaduserid', 'accountid'] },
  { entity: 'Account', identifier: 'Sid', names: ['accountsid', 'targetusersid', 'usersid', 'sid'] },
  {
    entity: 'IP',
    identifier: 'Address',
    names: [
      'ipaddress',
      'remoteip',
      'sourceip',
      'srcipaddr',
      'clientip',
      'calleripaddress',
      'sourceaddress',
      'localip',
      'destinationip',
      'dstipaddr',
      'ip',
    ],
    // By its case too: a Membership ends in `ip` and is no address.
    like: /(?:[a-z_]I[Pp]|_ip)(?:_?[Aa]ddr(?:ess)?)?(?:_s)?$|ip_?addr(?:ess)?(?:_s)?$/u,
  },
  {
    entity: 'Host',
    identifier: 'FullName',
    names: ['devicename', 'computer', 'hostname', 'dvchostname', 'machinename', 'remotedevicename', 'host'],
    like: /(?:computer|devicename|hostname)(?:_s)?$/iu,
  },
  { entity: 'Mailbox', identifier: 'MailboxPrimaryAddress', names: ['mailboxownerupn', 'recipientemailaddress'] },
  { entity: 'URL', identifier: 'Url', names: ['remoteurl', 'url', 'requesturl'] },
  { entity: 'FileHash', identifier: 'Value', names: ['sha256', 'filehash', 'sha1', 'md5'] },
  { entity: 'File', identifier: 'Name', names: ['filename'] },
  { entity: 'Process', identifier: 'CommandLine', names: ['processcommandline', 'commandline'] },
  { entity: 'AzureResource', identifier: 'ResourceId', names: ['resourceid', '_resourceid', 'azureresourceid'] },
  { entity: 'CloudApplication', identifier: 'Name', names: ['appdisplayname', 'application'] },
  { entity: 'DNS', identifier: 'DomainName', names: ['dnsquery', 'domainname'] },
];

/** Entities are named by texts; a number or a time that happens to end in `ip` is none. */
const nameable: ReadonlySet<string> = new Set(['string', 'guid', 'dynamic']);

type Column = { name: string; type: string };

function columnFor({ names, like }: Hint, columns: readonly Column[]): string | undefined {
  const exact = names.flatMap((wanted) => columns.find(({ name }) => name.toLowerCase() === wanted) ?? []);
  return (exact[0] ?? (like === undefined ? undefined : columns.find(({ name }) => like.test(name))))?.name;
}

/** At most one for each entity that is not mapped yet; a column is suggested once. */
export function suggestMappings(columns: readonly Column[], mapped: readonly EntityMapping[]): EntityMapping[] {
  const free = columns.filter(({ type }) => nameable.has(type));
  const entities = new Set(mapped.map(({ entity }) => entity));
  const used = new Set(mapped.flatMap(({ fields }) => fields.map(({ column }) => column)));
  const found: EntityMapping[] = [];
  for (const hint of hints) {
    if (entities.has(hint.entity)) continue;
    const column = columnFor(
      hint,
      free.filter(({ name }) => !used.has(name)),
    );
    if (column === undefined) continue;
    entities.add(hint.entity);
    used.add(column);
    found.push({ entity: hint.entity, fields: [{ identifier: hint.identifier, column }] });
  }
  return found;
}
