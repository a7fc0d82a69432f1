/** The four alerts of incident #12345: two by Sentinel rules, one by Cloud Apps, one by Entra ID Protection. */
import { keyVault, storageAccount } from '@/mocks/company/azure';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import type { Message } from '@/mocks/company/telemetry/mail';
import type { Cast } from '@/mocks/scenarios/challenge-50-cast';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import {
  azureEvidence,
  cloudAppEvidence,
  deviceEvidence,
  ipEvidence,
  mailboxEvidence,
  messageEvidence,
  type Part,
  processEvidence,
  seenAs,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed } from '@/mocks/scenarios/kernel/story';

const { main, second } = carpathia;

const compromised = (at: number): Part => ({
  at,
  verdict: 'malicious',
  roles: ['compromised'],
  remediation: 'pendingApproval',
});
const attacker = (at: number): Part => ({
  at,
  verdict: 'malicious',
  roles: ['attacker', 'source'],
  remediation: 'active',
});
const attacked = (at: number): Part => ({ at, verdict: 'suspicious', roles: ['attacked'], remediation: 'active' });

export function challenge50Alerts(on: Cast, mail: Message): AlertSeed[] {
  return [riskySignIn(on), infrequentCountry(on, mail), signInThenAzure(on), credentialAccess(on)];
}

function riskySignIn({ alex, at }: Cast): AlertSeed {
  return raiseAlert({
    product: 'entra',
    key: 'challenge-50/risky-sign-in',
    title: 'Risky sign-in detected',
    description:
      'A sign-in with properties not seen before for this user came from an anonymised address in Romania. Risk during the sign-in: high.',
    severity: 'medium',
    category: 'InitialAccess',
    techniques: ['T1078', 'T1078.004'],
    firstAt: at(14, 5),
    lastAt: at(16, 30),
    createdAt: at(17),
    evidence: [userEvidence(alex, compromised(at(17))), ipEvidence(main.ip, main.place, attacker(at(17)))],
    recommendedActions: 'Confirm the user as compromised, reset the password and revoke the sessions.',
  });
}

function infrequentCountry({ alex, at }: Cast, mail: Message): AlertSeed {
  const seen = at(25);
  return raiseAlert({
    product: 'cloudApps',
    key: 'challenge-50/infrequent-country',
    title: 'Activity from infrequent country',
    description: `${alex.upn} was active from Romania, where nobody in the organisation had been active in the past 180 days.`,
    severity: 'medium',
    category: 'DefenseEvasion',
    techniques: ['T1078'],
    firstAt: at(17, 15),
    lastAt: at(20, 31),
    createdAt: seen,
    evidence: [
      userEvidence(alex, compromised(seen)),
      ipEvidence(main.ip, main.place, attacker(seen)),
      cloudAppEvidence(cloudApps.exchange, { at: seen, roles: ['contextual'] }),
      mailboxEvidence(alex, compromised(seen)),
      messageEvidence(mail, { at: seen, roles: ['source'], verdict: 'malicious', remediation: 'active' }),
      urlEvidence(mail.urls[0] ?? '', { at: seen, roles: ['source'], verdict: 'malicious', remediation: 'blocked' }),
    ],
  });
}

function signInThenAzure({ alex, laptop, at, programs }: Cast): AlertSeed {
  const seen = at(51, 20);
  const recon = seenAs(programs.admins, programs.shell, alex);
  return raiseAlert({
    product: 'sentinel',
    key: 'challenge-50/sign-in-then-azure',
    title: 'Suspicious Sign-in Followed by Azure Resource Access',
    description:
      'A sign-in with medium or high risk was followed within an hour by operations of the same user on Key Vault, Storage or SQL.',
    severity: 'high',
    category: 'InitialAccess',
    categories: ['InitialAccess', 'Collection'],
    techniques: ['T1078', 'T1530'],
    firstAt: at(35, 12),
    lastAt: at(41, 10),
    createdAt: seen,
    ruleId: ruleIds.signInThenAzure,
    evidence: [
      userEvidence(alex, compromised(seen)),
      ipEvidence(main.ip, main.place, attacker(seen)),
      azureEvidence(keyVault, attacked(seen)),
      azureEvidence(storageAccount, attacked(seen)),
      cloudAppEvidence(cloudApps.azure, { at: seen, roles: ['contextual'] }),
      deviceEvidence(laptop, { at: seen, roles: ['compromised'], verdict: 'suspicious', remediation: 'active' }),
      processEvidence(recon, laptop, { at: seen, verdict: 'suspicious', remediation: 'active' }),
    ],
    customDetails: { RiskLevel: ['medium'], City: ['Bucharest'] },
    recommendedActions: "Revoke the user's sessions, block the address, then rotate what was read.",
  });
}

function credentialAccess({ alex, at }: Cast): AlertSeed {
  const seen = at(89, 50);
  return raiseAlert({
    product: 'sentinel',
    key: 'challenge-50/credential-access',
    title: 'Post-Compromise Credential Access Attempt',
    description:
      'A user with a high-risk sign-in in the last fifteen minutes read Key Vault secrets and assigned an app role.',
    severity: 'high',
    category: 'CredentialAccess',
    categories: ['CredentialAccess', 'Persistence'],
    techniques: ['T1555', 'T1098'],
    firstAt: at(87, 20),
    lastAt: at(89, 30),
    createdAt: seen,
    detectionSource: 'nrtAlerts',
    ruleId: ruleIds.credentialAccess,
    evidence: [
      userEvidence(alex, compromised(seen)),
      ipEvidence(second.ip, second.place, attacker(seen)),
      azureEvidence(keyVault, attacked(seen)),
    ],
  });
}
