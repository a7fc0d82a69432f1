/** The judgements analysts at Contoso reach most. */
import type { Verdict } from '@/mocks/scenarios/kernel/story';

export const verdicts = {
  malware: {
    classification: 'truePositive',
    determination: 'malware',
    note: 'Blocked on the device; nothing ran. Device scanned and clean.',
  },
  phishing: {
    classification: 'truePositive',
    determination: 'phishing',
    note: 'Mails purged, sender blocked, recipients told.',
  },
  compromised: {
    classification: 'truePositive',
    determination: 'compromisedAccount',
    note: 'Password reset, sessions revoked, second factor registered again.',
  },
  multiStage: {
    classification: 'truePositive',
    determination: 'multiStagedAttack',
    note: 'Contained; write-up in the case folder.',
  },
  malicious: {
    classification: 'truePositive',
    determination: 'maliciousUserActivity',
    note: 'Handed over to HR and Legal.',
  },
  testing: {
    classification: 'informationalExpectedActivity',
    determination: 'securityTesting',
    note: 'Announced test of the red team.',
  },
  business: {
    classification: 'informationalExpectedActivity',
    determination: 'lineOfBusinessApplication',
    note: 'This is how the application works; owner confirmed.',
  },
  confirmed: {
    classification: 'informationalExpectedActivity',
    determination: 'confirmedActivity',
    note: 'The user confirmed it was them, on a trip.',
  },
  notMalicious: {
    classification: 'falsePositive',
    determination: 'notMalicious',
    note: 'The rule matches ordinary backup logons. Tuning requested.',
  },
  notEnough: {
    classification: 'falsePositive',
    determination: 'notEnoughDataToValidate',
    note: 'Logs are gone by now; no sign of harm.',
  },
} as const satisfies Record<string, Verdict>;
