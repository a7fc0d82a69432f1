/** MITRE ATT&CK in words: Microsoft writes tactics without spaces and techniques as bare ids. */

/** `CredentialAccess` → `Credential access`. Unknown categories are split the same way. */
export function tacticWord(tactic: string): string {
  const spaced = tactic.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const techniques: Readonly<Record<string, string>> = {
  T1003: 'OS Credential Dumping',
  'T1003.001': 'LSASS Memory',
  T1021: 'Remote Services',
  T1027: 'Obfuscated Files or Information',
  T1036: 'Masquerading',
  T1041: 'Exfiltration Over C2 Channel',
  T1046: 'Network Service Discovery',
  T1047: 'Windows Management Instrumentation',
  T1053: 'Scheduled Task/Job',
  T1055: 'Process Injection',
  T1059: 'Command and Scripting Interpreter',
  'T1059.001': 'PowerShell',
  T1069: 'Permission Groups Discovery',
  T1070: 'Indicator Removal',
  T1071: 'Application Layer Protocol',
  T1078: 'Valid Accounts',
  'T1078.002': 'Domain Accounts',
  'T1078.004': 'Cloud Accounts',
  T1082: 'System Information Discovery',
  T1087: 'Account Discovery',
  T1090: 'Proxy',
  T1098: 'Account Manipulation',
  'T1098.003': 'Additional Cloud Roles',
  T1105: 'Ingress Tool Transfer',
  T1110: 'Brute Force',
  'T1110.003': 'Password Spraying',
  T1114: 'Email Collection',
  'T1114.003': 'Email Forwarding Rule',
  T1133: 'External Remote Services',
  T1136: 'Create Account',
  T1190: 'Exploit Public-Facing Application',
  T1203: 'Exploitation for Client Execution',
  T1204: 'User Execution',
  T1218: 'System Binary Proxy Execution',
  T1482: 'Domain Trust Discovery',
  T1484: 'Domain or Tenant Policy Modification',
  T1485: 'Data Destruction',
  T1486: 'Data Encrypted for Impact',
  T1490: 'Inhibit System Recovery',
  T1496: 'Resource Hijacking',
  T1528: 'Steal Application Access Token',
  T1530: 'Data from Cloud Storage',
  T1534: 'Internal Spearphishing',
  T1539: 'Steal Web Session Cookie',
  T1547: 'Boot or Logon Autostart Execution',
  T1550: 'Use Alternate Authentication Material',
  T1552: 'Unsecured Credentials',
  T1555: 'Credentials from Password Stores',
  'T1555.006': 'Cloud Secrets Management Stores',
  T1556: 'Modify Authentication Process',
  T1557: 'Adversary-in-the-Middle',
  T1558: 'Steal or Forge Kerberos Tickets',
  'T1558.003': 'Kerberoasting',
  T1562: 'Impair Defenses',
  T1564: 'Hide Artifacts',
  T1566: 'Phishing',
  'T1566.001': 'Spearphishing Attachment',
  'T1566.002': 'Spearphishing Link',
  T1567: 'Exfiltration Over Web Service',
  T1568: 'Dynamic Resolution',
  T1580: 'Cloud Infrastructure Discovery',
  T1621: 'Multi-Factor Authentication Request Generation',
  T1656: 'Impersonation',
};

/** The technique's name; null when we have none, and then the id speaks for itself. */
export function techniqueName(id: string): string | null {
  return techniques[id.toUpperCase()] ?? null;
}
