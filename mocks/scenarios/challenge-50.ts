/**
 * Challenge 50, incident #12345: a phishing mail takes alex.johnson's session, the session takes Key Vault secrets and a
 * storage account's exports, and at the end somebody tries to make a new administrator.
 * It runs from 08:30 to 10:00 on a clock that says 10:05 when the tenant starts. The last part (from 09:57) lies inside
 * the look-back of the 15-minute rule with at least six minutes to spare.
 */

import { challenge50Alerts } from '@/mocks/scenarios/challenge-50-alerts';
import { azurePortal, downloads, persistence, secrets, vaultReads } from '@/mocks/scenarios/challenge-50-azure';
import { challenge50Cast, intruder, invoice } from '@/mocks/scenarios/challenge-50-cast';
import { phishing, prelude, reconnaissance, stolenSession } from '@/mocks/scenarios/challenge-50-laptop';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';

function tell(scene: Scene): Telling {
  const on = challenge50Cast(scene);
  const mail = invoice(on.alex, on.at(1, 12), true);
  return {
    title: 'Multi-stage attack: Suspicious sign-in + credential access',
    description:
      'A phished session of alex.johnson@contoso.com signed in from Eastern Europe, read Key Vault secrets, downloaded storage exports and tried to make a new administrator.',
    severity: 'high',
    priorityScore: 97,
    tags: ['Credential theft'],
    alerts: challenge50Alerts(on, mail),
    steps: [
      ...prelude(on),
      ...phishing(on, mail),
      ...stolenSession(on),
      ...reconnaissance(on),
      ...azurePortal(on),
      vaultReads(on, intruder, on.at(54), secrets, 'Six secrets and keys are read from kv-contoso-prod'),
      downloads(on),
      ...persistence(on),
    ].sort((one, other) => one.at - other.at),
  };
}

export const challenge50: Story = {
  name: 'challenge-50',
  weight: 0,
  verdicts: [
    {
      classification: 'truePositive',
      determination: 'multiStagedAttack',
      note: 'Session theft by phishing; contained.',
    },
  ],
  tell,
};
