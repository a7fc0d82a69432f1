/** A user consents to an application that reads all mail, and it does. */
import { guidOf, hash32 } from '@/lib/base/random';
import { elsewhere, internetIp } from '@/mocks/company/sites';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { appInfoLine, graphCallLines } from '@/mocks/scenarios/kernel/app-lines';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { oauthAppEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import {
  cloudLine,
  directoryLines,
  type Foothold,
  type SignInDeed,
  signInLines,
  signInOf,
  tokenLines,
  tokenOf,
} from '@/mocks/scenarios/kernel/lines';
import { mailboxLine } from '@/mocks/scenarios/kernel/mail-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function cast(scene: Scene) {
  const { random, company } = scene;
  const at = clockOf(scene);
  const person = victimOf(scene);
  const displayName = random.pick(['PDF Signer Pro', 'Mail Merge Plus', 'Calendar Buddy', 'Inbox Insights']);
  const appId = guidOf(`oauth/${displayName}`);
  const app = { displayName, appId, scopes: ['Mail.ReadWrite', 'MailboxSettings.Read', 'offline_access'] };
  const office = { ip: person.site.egressIp, place: person.site };
  const host: Foothold = { ip: internetIp(120 + (hash32(displayName) % 40)), place: elsewhere.amsterdam };
  return { at, random, person, laptop: company.laptopOf(person), app, office, host };
}
type Cast = ReturnType<typeof cast>;

function consent({ at, person, laptop, app, office }: Cast): Step {
  const principal = { type: 'ServicePrincipal', displayName: app.displayName };
  const scopes = {
    name: 'ConsentAction.Permissions',
    from: '',
    to: `Scope: ${app.scopes.join(' ')}, ConsentType: Principal`,
  };
  const change = { by: person, ip: office.ip, category: 'ApplicationManagement', success: true, reason: '' };
  const signIn = {
    person,
    from: office,
    device: laptop,
    app: { name: app.displayName, appId: app.appId, resource: 'Microsoft Graph' },
  };
  return {
    at: at(-1),
    what: `${person.displayName} signs in to ${app.displayName}, is asked, and consents`,
    technique: 'T1528',
    rows: () =>
      batches([
        ...signInLines({ ...signIn, at: at(-1), resultType: 65001 }),
        ...directoryLines({ ...change, at: at(0), operation: 'Add service principal', targets: [principal] }, office),
        ...directoryLines(
          {
            ...change,
            at: at(0, 1),
            operation: 'Add delegated permission grant',
            targets: [{ ...principal, changes: [scopes] }],
          },
          office,
        ),
        ...directoryLines(
          {
            ...change,
            at: at(0, 2),
            operation: 'Consent to application',
            targets: [{ ...principal, changes: [scopes] }],
          },
          office,
        ),
        ...signInLines({ ...signIn, at: at(0, 4) }),
      ]),
  };
}

/** The application renews its token from where it runs, and pages through the mailbox. */
function mailReading({ at, person, app, host }: Cast): Step {
  const pages = 10;
  const resource = { name: app.displayName, appId: app.appId, resource: 'Microsoft Graph' };
  const token: SignInDeed = { at: at(1, 30), person, from: host, app: resource, session: `${person.upn}/${app.appId}` };
  const { tokenId } = tokenOf(token, signInOf(token));
  return {
    at: at(1, 30),
    what: `${app.displayName} pages through the mailbox with the consent`,
    technique: 'T1114.002',
    rows: () =>
      batches([
        ...tokenLines(token),
        ...Array.from({ length: pages }, (_, index): Line[] => {
          const when = at(2 + index, index * 3);
          const uri = `https://graph.microsoft.com/v1.0/me/messages?$top=100&$skip=${index * 100}`;
          return [
            ...graphCallLines({ at: when, app, person, from: host, uri, bytes: 380_000 + index * 1_117, tokenId }),
            cloudLine({
              at: when + 900,
              person,
              from: host,
              app: cloudApps.exchange,
              action: 'MailItemsAccessed',
              object: person.upn,
              objectType: 'Mailbox',
              raw: { ClientAppId: app.appId, AppId: app.appId, OperationCount: 100 },
            }),
            mailboxLine({
              at: when + 900,
              person,
              ip: host.ip,
              operation: 'MailItemsAccessed',
              clientAppId: app.appId,
            }),
          ];
        }).flat(),
        appInfoLine(at(25), at(0), app),
      ]),
  };
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  const { at, random, person, app } = on;
  return {
    title: `Suspicious OAuth app '${app.displayName}' with access to mail`,
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
          oauthAppEvidence(
            { ...app, publisher: 'Unverified' },
            { at: at(30), verdict: 'suspicious', remediation: 'active' },
          ),
          userEvidence(person, { at: at(30), roles: ['compromised'] }),
        ],
      }),
    ],
    steps: [consent(on), mailReading(on)],
  };
}

export const oauthConsent: Story = {
  name: 'oauth-consent',
  weight: 6,
  verdicts: [verdicts.business, verdicts.malicious],
  tell,
};
