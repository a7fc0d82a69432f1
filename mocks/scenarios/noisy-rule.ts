/** A rule that is too eager: failed logons of the backup account, night after night. */

import type { Account } from '@/mocks/company/telemetry/device';
import { tenantIds } from '@/mocks/company/tenant-ids';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, serverOf } from '@/mocks/scenarios/kernel/cast';
import { deviceEvidence, ipEvidence } from '@/mocks/scenarios/kernel/evidence';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { AlertSeed, Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { refusedLogonLines } from '@/mocks/scenarios/kernel/windows-log';

const backupAccount: Account = {
  accountName: 'svc-backup',
  upn: '',
  objectId: '',
  sid: `${tenantIds.domainSid}-1099`,
  domain: tenantIds.ntDomain.toLowerCase(),
};

/** `alertCount` alerts over half an hour, all of them the same. */
function tellWith(alertCount: number, scene: Scene): Telling {
  const { random, company } = scene;
  const at = clockOf(scene);
  const server = serverOf(scene);
  const sources = company.devices.filter(({ role, site }) => role === 'server' && site.code === 'SEA');
  const sourceAt = (index: number) => sources[index % sources.length] ?? server;
  const when = (index: number) => at(0, Math.floor((index * 1_800) / alertCount));
  const alerts = Array.from({ length: alertCount }, (_, index): AlertSeed => {
    const raisedAt = when(index);
    return raiseAlert({
      product: 'sentinel',
      key: `${random.guid()}`,
      title: `Excessive failed logons on ${server.hostName}`,
      description: 'More than ten failed logons within a minute.',
      severity: 'low',
      category: 'CredentialAccess',
      techniques: ['T1110.001'],
      firstAt: raisedAt - 60_000,
      lastAt: raisedAt,
      createdAt: raisedAt,
      ruleId: ruleIds.noisyLogon,
      evidence: [
        deviceEvidence(server, { at: raisedAt, roles: ['attacked'], verdict: 'unknown' }),
        ipEvidence(sourceAt(index).ip, null, { at: raisedAt, roles: ['source'], verdict: 'unknown' }),
      ],
    });
  });
  return {
    title: `Excessive failed logons on ${server.hostName}`,
    description: 'The backup account tries an old password on many servers.',
    severity: 'low',
    tags: alertCount > 100 ? ['Noisy rule', 'Tuning'] : [],
    alerts,
    steps: [
      {
        at: at(0),
        what: 'svc-backup fails to log on again and again',
        technique: null,
        rows: () =>
          batches(
            Array.from({ length: Math.min(60, alertCount * 12) }, (_, index): Line[] =>
              refusedLogonLines({
                at: at(0, index * 5),
                server,
                account: backupAccount,
                from: sourceAt(index),
                reason: 'wrong password',
              }),
            ).flat(),
          ),
      },
    ],
  };
}

export const noisyRule: Story = {
  name: 'noisy-rule',
  weight: 14,
  verdicts: [verdicts.notMalicious, verdicts.notMalicious, verdicts.business],
  tell: (scene) => tellWith(scene.random.between(1, 4), scene),
};

/** More alerts than the 150 that Sentinel keeps of an incident. */
export const alertStorm: Story = {
  name: 'alert-storm',
  weight: 0,
  verdicts: [verdicts.notMalicious],
  tell: (scene) => tellWith(160, scene),
};
