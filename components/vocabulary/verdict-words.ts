/** What an investigation can conclude, in the words of both portals. */
import type { Verdict } from '@/lib/domain/incident/incident';

export type Classification = Verdict['classification'];

export const classificationWords = {
  truePositive: { name: 'True positive', defender: 'True positive', sentinel: 'True Positive' },
  benignPositive: {
    name: 'Benign positive',
    defender: 'Informational, expected activity',
    sentinel: 'Benign Positive',
  },
  falsePositive: { name: 'False positive', defender: 'False positive', sentinel: 'False Positive' },
  undetermined: { name: 'Undetermined', defender: 'Not set', sentinel: 'Undetermined' },
} as const satisfies Record<Classification, { name: string; defender: string; sentinel: string }>;

const determinations: Readonly<Record<string, string>> = {
  apt: 'Advanced persistent threat',
  compromisedAccount: 'Compromised account',
  confirmedActivity: 'Confirmed activity',
  lineOfBusinessApplication: 'Line-of-business application',
  maliciousUserActivity: 'Malicious user activity',
  malware: 'Malware',
  multiStagedAttack: 'Multi-staged attack',
  notEnoughDataToValidate: 'Not enough data to validate',
  notMalicious: 'Not malicious',
  other: 'Other',
  phishing: 'Phishing',
  securityPersonnel: 'Security personnel',
  securityTesting: 'Security testing',
  unwantedSoftware: 'Unwanted software',
};

const reasons: Readonly<Record<string, string>> = {
  InaccurateData: 'Inaccurate data',
  IncorrectAlertLogic: 'Incorrect alert logic',
  SuspiciousActivity: 'Suspicious activity',
  SuspiciousButExpected: 'Suspicious but expected',
};

/** Microsoft adds determinations now and then; one without words of ours is shown as it came. */
export function determinationWord(determination: string): string {
  return determinations[determination] ?? determination;
}

export function reasonWord(reason: string): string {
  return reasons[reason] ?? reason;
}

/** The whole verdict in one line: `True positive · Multi-staged attack`. */
export function verdictLine(verdict: Verdict): string {
  const detail =
    verdict.determination !== null
      ? determinationWord(verdict.determination)
      : verdict.reason !== null
        ? reasonWord(verdict.reason)
        : null;
  const { name } = classificationWords[verdict.classification];
  return detail === null ? name : `${name} · ${detail}`;
}
