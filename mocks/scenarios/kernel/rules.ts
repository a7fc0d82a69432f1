/** The ARM names of the workspace's analytics rules whose alerts the stories tell. */
import { guidOf } from '@/lib/base/random';

export const ruleIds = {
  signInThenAzure: guidOf('contoso/rule/suspicious-sign-in-azure'),
  credentialAccess: guidOf('contoso/rule/post-compromise-credential-access'),
  lateralAzure: guidOf('contoso/rule/lateral-movement-azure'),
  fusion: guidOf('contoso/rule/fusion'),
  firewallBeacon: guidOf('contoso/rule/firewall-beacon'),
  noisyLogon: guidOf('contoso/rule/noisy-logon'),
  threatIntelMatch: guidOf('contoso/rule/threat-intelligence-ip-match'),
  deniedConnections: guidOf('contoso/rule/denied-connections'),
  expensesExport: guidOf('contoso/rule/expenses-export'),
} as const;
