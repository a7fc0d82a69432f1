/** One address tries a few passwords on many accounts; one of them gives in. */
import { apps } from '@/mocks/company/apps';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { ipEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { signInLines } from '@/mocks/scenarios/kernel/lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const from = { ip: attackerIp(60 + random.int(30)), place: random.pick([elsewhere.chisinau, elsewhere.bucharest]) };
  const people = Array.from({ length: 8 }, () => victimOf(scene));
  const victim = victimOf(scene);
  const succeeded = random.chance(0.5);
  const attack = { at: at(20), verdict: 'malicious', roles: ['attacker', 'source'], remediation: 'active' } as const;
  return {
    title: succeeded
      ? `Password spray with one compromised account: ${victim.displayName}`
      : 'Password spray attack from one address',
    description: `${from.ip} failed to sign in to ${people.length} accounts within a quarter of an hour.`,
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
          ipEvidence(from.ip, from.place, attack),
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
        what: `${from.ip} tries ${people.length + 1} accounts`,
        technique: 'T1110.003',
        rows: () =>
          batches([
            ...people.flatMap((person, index) =>
              signInLines({ at: at(index, 20), person, from, app: apps.exchange, risk: 'low', resultType: 50126 }),
            ),
            ...signInLines({
              at: at(12),
              person: victim,
              from,
              app: apps.exchange,
              risk: 'medium',
              resultType: succeeded ? 0 : 50053,
            }),
          ]),
      },
    ],
  };
}

export const passwordSpray: Story = {
  name: 'password-spray',
  weight: 10,
  verdicts: [verdicts.compromised, verdicts.notEnough],
  tell,
};
