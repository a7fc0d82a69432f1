/** Incidents that exist in Sentinel alone: made by an analyst, or by a playbook from a ticket. They never reach Defender. */
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const person = victimOf(scene);
  const [title, description] = random.pick([
    [
      `Phone call: ${person.displayName} reports a stolen laptop`,
      'Called in by the service desk; laptop left in a train.',
    ],
    [
      'Partner report: credentials of ours seen in a dump',
      'Mail from a partner with twelve addresses, opened as a case.',
    ],
    [`ServiceNow SEC-${random.between(2_000, 9_000)}: suspicious pop-up`, 'Created by a playbook from a ticket.'],
    ['Physical: badge used twice at the same minute', 'Facilities asks for a check of the account.'],
  ] as const);
  return {
    title,
    description,
    severity: random.pick(['low', 'medium'] as const),
    tags: ['Manual'],
    alerts: [],
    steps: [{ at: at(0), what: description, technique: null, rows: () => [] }],
  };
}

export const byHand: Story = {
  name: 'by-hand',
  weight: 4,
  home: 'sentinel',
  verdicts: [verdicts.confirmed, verdicts.notEnough],
  tell,
};
