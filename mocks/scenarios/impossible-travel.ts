/** Two sign-ins too far apart for the time between them. Mostly somebody's VPN. */
import { apps } from '@/mocks/company/apps';
import { elsewhere, homeIp } from '@/mocks/company/sites';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { behaviorLines } from '@/mocks/scenarios/kernel/behavior-lines';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { cloudAppEvidence, ipEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { cloudLine, signInLines } from '@/mocks/scenarios/kernel/lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random, company } = scene;
  const at = clockOf(scene);
  const person = victimOf(scene);
  const place = random.pick([elsewhere.saoPaulo, elsewhere.singapore, elsewhere.lagos, elsewhere.amsterdam]);
  const far = { ip: homeIp(230 + random.int(20)), place };
  const near = { ip: person.site.egressIp, place: person.site };
  const severity = random.pick(['medium', 'medium', 'low'] as const);
  return {
    title: `Impossible travel activity involving one user`,
    description: `${person.upn} was active from ${person.site.city} and ${place.city} within ten minutes.`,
    severity,
    alerts: [
      raiseAlert({
        product: 'cloudApps',
        key: random.guid(),
        title: 'Impossible travel activity',
        description: `Active from ${person.site.country} and ${place.country} in a time shorter than the journey.`,
        severity,
        category: 'InitialAccess',
        techniques: ['T1078'],
        firstAt: at(0),
        lastAt: at(9),
        createdAt: at(25),
        evidence: [
          userEvidence(person, { at: at(25), roles: ['compromised'] }),
          ipEvidence(far.ip, place, { at: at(25), roles: ['source'] }),
          ipEvidence(near.ip, person.site, { at: at(25), roles: ['source'], verdict: 'noThreatsFound' }),
          cloudAppEvidence(cloudApps.m365, { at: at(25), roles: ['contextual'] }),
        ],
      }),
    ],
    steps: [
      {
        at: at(0),
        what: `A sign-in in ${person.site.city}, and nine minutes later one in ${place.city}`,
        technique: 'T1078',
        rows: () =>
          batches([
            ...signInLines({ at: at(0), person, from: near, app: apps.officeHome, device: company.laptopOf(person) }),
            ...signInLines({ at: at(9), person, from: far, app: apps.exchange, risk: 'low' }),
            cloudLine({
              at: at(0, 4),
              person,
              from: near,
              app: cloudApps.m365,
              action: 'Log on',
              object: 'Microsoft 365',
              objectType: 'Service',
            }),
            cloudLine({
              at: at(9, 4),
              person,
              from: far,
              app: cloudApps.m365,
              action: 'Log on',
              object: 'Microsoft 365',
              objectType: 'Service',
            }),
            ...behaviorLines({
              at: at(25),
              startAt: at(0),
              endAt: at(9, 4),
              actionType: 'ImpossibleTravelActivity',
              description: `${person.displayName} was active in ${person.site.city} and ${place.city} within ten minutes.`,
              category: 'Initial access',
              techniques: ['Valid Accounts (T1078)'],
              person,
              app: cloudApps.m365,
              ips: [near.ip, far.ip],
            }),
          ]),
      },
    ],
  };
}

export const impossibleTravel: Story = {
  name: 'impossible-travel',
  weight: 16,
  verdicts: [verdicts.confirmed, verdicts.confirmed, verdicts.compromised],
  tell,
};
