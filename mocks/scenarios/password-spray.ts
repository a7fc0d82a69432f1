/** Three addresses of one network try a password on many accounts; one of them gives in now and then. */
import { apps } from '@/mocks/company/apps';
import type { Person } from '@/mocks/company/people';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { ipEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { cloudLine, type Foothold, signInLines, tokenLines } from '@/mocks/scenarios/kernel/lines';
import { mailboxLine } from '@/mocks/scenarios/kernel/mail-lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const first = 60 + random.int(30);
  const place = random.pick([elsewhere.chisinau, elsewhere.bucharest]);
  /** Three lines of one /24, so that no address tries too often. */
  const from = (index: number): Foothold => ({ ip: attackerIp(first + (index % 3)), place });
  const people = Array.from({ length: 8 }, () => victimOf(scene));
  const victim = victimOf(scene);
  const succeeded = random.chance(0.5);
  const attack = { at: at(20), verdict: 'malicious', roles: ['attacker', 'source'], remediation: 'active' } as const;
  return {
    title: succeeded
      ? `Password spray with one compromised account: ${victim.displayName}`
      : 'Password spray attack from one network',
    description: `185.0.0.0/24 failed to sign in to ${people.length} accounts within a quarter of an hour.`,
    severity: succeeded ? 'high' : 'medium',
    alerts: [
      raiseAlert({
        product: 'entra',
        key: random.guid(),
        title: 'Password Spray',
        description: 'Several accounts were attacked with common passwords in a coordinated way.',
        severity: succeeded ? 'high' : 'medium',
        category: 'CredentialAccess',
        techniques: ['T1110.003', 'T1110'],
        firstAt: at(0),
        lastAt: at(15),
        createdAt: at(20),
        evidence: [
          ...[0, 1, 2].map((index) => ipEvidence(from(index).ip, place, attack)),
          userEvidence(victim, {
            at: at(20),
            roles: [succeeded ? 'compromised' : 'attacked'],
            verdict: succeeded ? 'malicious' : 'suspicious',
            remediation: 'active',
          }),
        ],
      }),
    ],
    steps: [
      {
        at: at(0),
        what: `Three addresses of one /24 try ${people.length + 1} accounts`,
        technique: 'T1110.003',
        rows: () =>
          batches([
            ...people.flatMap((person, index) =>
              signInLines({
                at: at(index, 20),
                person,
                from: from(index),
                app: apps.exchange,
                risk: 'low',
                resultType: 50126,
              }),
            ),
            ...signInLines({
              at: at(12),
              person: victim,
              from: from(0),
              app: apps.exchange,
              risk: 'medium',
              resultType: succeeded ? 0 : 50053,
            }),
          ]),
      },
      ...(succeeded ? [mailboxOpened(victim, from(0), at(13))] : []),
    ],
  };
}

/** The password was right: the mailbox is opened from the same address. */
function mailboxOpened(person: Person, from: Foothold, at: number): Step {
  return {
    at,
    what: `The mailbox of ${person.displayName} is opened`,
    technique: 'T1078.004',
    rows: () =>
      batches([
        ...tokenLines({ at, person, from, app: apps.exchange, risk: 'medium' }),
        cloudLine({
          at: at + 40_000,
          person,
          from,
          app: cloudApps.exchange,
          action: 'MailItemsAccessed',
          object: person.upn,
          objectType: 'Mailbox',
        }),
        mailboxLine({ at: at + 40_000, person, ip: from.ip, operation: 'MailItemsAccessed' }),
      ]),
  };
}

export const passwordSpray: Story = {
  name: 'password-spray',
  weight: 10,
  verdicts: [verdicts.compromised, verdicts.notEnough],
  tell,
};
