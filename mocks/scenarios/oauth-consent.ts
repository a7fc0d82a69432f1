/** A user consents to an application that reads all mail. */
import { guidOf } from '@/lib/base/random';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { oauthAppEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { auditLine, cloudLine } from '@/mocks/scenarios/kernel/lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const person = victimOf(scene);
  const name = random.pick(['PDF Signer Pro', 'Mail Merge Plus', 'Calendar Buddy', 'Inbox Insights']);
  const app = { displayName: name, appId: guidOf(`oauth/${name}`), publisher: 'Unverified' };
  const from = { ip: person.site.egressIp, place: person.site };
  return {
    title: `Suspicious OAuth app '${name}' with access to mail`,
    description: `${person.displayName} consented to Mail.ReadWrite and offline access for an unverified publisher.`,
    severity: 'medium',
    alerts: [
      raiseAlert({
        product: 'appGovernance',
        key: random.guid(),
        title: 'App with suspicious OAuth scope and high Graph usage',
        description: 'A new app from an unverified publisher read mail at scale soon after consent.',
        severity: 'medium',
        category: 'Persistence',
        techniques: ['T1528', 'T1098.003'],
        firstAt: at(0),
        lastAt: at(12),
        createdAt: at(30),
        evidence: [
          oauthAppEvidence(app, { at: at(30), verdict: 'suspicious', remediation: 'active' }),
          userEvidence(person, { at: at(30), roles: ['compromised'] }),
        ],
      }),
    ],
    steps: [
      {
        at: at(0),
        what: `Consent is given to ${name}`,
        technique: 'T1528',
        rows: () =>
          batches([
            cloudLine({
              at: at(0),
              person,
              from,
              app: cloudApps.m365,
              action: 'Consent to application.',
              object: name,
              objectType: 'Application',
            }),
            auditLine({
              at: at(0),
              by: person,
              ip: from.ip,
              operation: 'Consent to application',
              category: 'ApplicationManagement',
              success: true,
              reason: '',
              targets: [{ type: 'ServicePrincipal', displayName: name }],
            }),
          ]),
      },
    ],
  };
}

export const oauthConsent: Story = {
  name: 'oauth-consent',
  weight: 6,
  verdicts: [verdicts.business, verdicts.malicious],
  tell,
};
