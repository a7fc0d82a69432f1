/** A policy of Data Loss Prevention matches a file that leaves the company. */
import { partnerDomains } from '@/mocks/company/apps';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { cloudAppEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { fileActivityLine } from '@/mocks/scenarios/kernel/file-activity';
import { cloudLine } from '@/mocks/scenarios/kernel/lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

const site = 'https://contoso.sharepoint.com/sites/Finance';
const library = `${site}/Shared Documents`;
const policies = ['Financial figures, external sharing', 'Personal records', 'Source code leaves the company'];

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const person = victimOf(scene);
  const policy = random.pick(policies);
  const file = random.pick(['Salaries 2025.xlsx', 'Customer list.csv', 'Merger model v3.xlsx', 'portal-src.zip']);
  const partner = random.pick(partnerDomains);
  const severity = random.pick(['low', 'low', 'medium'] as const);
  return {
    title: `DLP policy (${policy}) matched for document (${file}) in SharePoint`,
    description: `${person.displayName} shared ${file} with somebody at ${partner}.`,
    severity,
    alerts: [
      raiseAlert({
        product: 'dlp',
        key: random.guid(),
        title: `DLP policy match for document '${file}' in SharePoint`,
        description: `Rule "${policy}" matched; sharing was ${severity === 'medium' ? 'blocked' : 'allowed after a warning'}.`,
        severity,
        category: 'Exfiltration',
        techniques: ['T1567'],
        firstAt: at(0),
        lastAt: at(0),
        createdAt: at(4),
        evidence: [
          userEvidence(person, { at: at(4), roles: ['policyViolator'] }),
          cloudAppEvidence(cloudApps.sharePoint, { at: at(4), roles: ['contextual'] }),
        ],
      }),
    ],
    steps: [
      {
        at: at(0),
        what: `${file} is shared with ${partner}`,
        technique: 'T1567',
        rows: () =>
          batches([
            cloudLine({
              at: at(0),
              person,
              from: { ip: person.site.egressIp, place: person.site },
              app: cloudApps.sharePoint,
              action: 'SharingInvitationCreated',
              object: file,
              objectType: 'File',
              raw: { ObjectId: `${library}/${file}`, TargetUserOrGroupName: `partner@${partner}` },
            }),
            fileActivityLine({
              at: at(0),
              person,
              ip: person.site.egressIp,
              operation: 'SharingInvitationCreated',
              library,
              file,
              target: `partner@${partner}`,
            }),
            cloudLine({
              at: at(0, 20),
              person,
              from: { ip: person.site.egressIp, place: person.site },
              app: cloudApps.sharePoint,
              action: 'DLPRuleMatch',
              object: file,
              objectType: 'File',
              raw: {
                ObjectId: `${library}/${file}`,
                PolicyDetails: [{ PolicyName: policy, Rules: [{ RuleName: policy, Severity: severity }] }],
                SharePointMetaData: { FileName: file, From: person.upn, SiteCollectionUrl: site },
              },
            }),
          ]),
      },
    ],
  };
}

export const dlpShare: Story = {
  name: 'dlp-share',
  weight: 12,
  verdicts: [verdicts.business, verdicts.business, verdicts.malicious],
  tell,
};
