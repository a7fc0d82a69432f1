/**
 * What can be done to an incident, as rules that a page can show: a control that cannot work is visible, disabled,
 * and says why and where it is possible.
 */
import type { Incident } from '@/lib/domain/incident/incident';

/** `reason` is a sentence for people, `link` Microsoft's page about it. */
export type Capability = { allowed: true } | { allowed: false; reason: string; link: string };

type Rule = {
  /** True when the rule stands in the way. */
  forbids: (incident: Incident) => boolean;
  reason: (incident: Incident) => string;
  /** Microsoft's page about it. */
  link: string;
};

const merged: Rule = {
  forbids: (incident) => incident.status === 'redirected',
  reason: (incident) => `This incident was merged into #${incident.redirectedTo ?? '?'}. Change that one.`,
  link: 'https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation',
};

const sentinelOnly: Rule = {
  forbids: (incident) => incident.defender === null,
  reason: () => 'Only Sentinel knows this incident; alerts are moved between incidents in Defender.',
  link: 'https://learn.microsoft.com/azure/sentinel/move-to-defender',
};

const notInvestigated: Rule = {
  forbids: (incident) => incident.defender === null,
  reason: () =>
    'Only Sentinel knows this incident, and automated investigations run on what Defender sees: its own alerts and devices.',
  link: 'https://learn.microsoft.com/defender-xdr/m365d-autoir',
};

const commentsStay: Rule = {
  forbids: () => true,
  reason: () => 'Defender can add comments and never edit them, and edits made in Sentinel are not synchronised.',
  link: 'https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration',
};

const tasksStay: Rule = {
  forbids: ({ defender }) => defender !== null,
  reason: ({ sentinel }) =>
    sentinel === null
      ? 'Sentinel keeps tasks, and it does not have this incident.'
      : 'Sentinel keeps tasks for itself and Defender never hears of them: change those of a shared incident there.',
  link: 'https://learn.microsoft.com/azure/sentinel/incident-tasks',
};

function judge(rules: readonly Rule[], incident: Incident): Capability {
  const rule = rules.find((candidate) => candidate.forbids(incident));
  return rule === undefined ? { allowed: true } : { allowed: false, reason: rule.reason(incident), link: rule.link };
}

const rulesOf = {
  changeStatus: [merged],
  changeSeverity: [merged],
  assign: [merged],
  classify: [merged],
  tag: [merged],
  comment: [],
  editComment: [commentsStay],
  moveAlerts: [merged, sentinelOnly],
  changeTasks: [tasksStay],
  investigate: [notInvestigated],
} as const satisfies Record<string, readonly Rule[]>;

/** What a page may offer to do to an incident. */
export type IncidentAct = keyof typeof rulesOf;

/** `incidentCan.changeStatus(incident)`: whether, and if not, why. */
export const incidentCan: Record<IncidentAct, (incident: Incident) => Capability> = {
  changeStatus: (incident) => judge(rulesOf.changeStatus, incident),
  changeSeverity: (incident) => judge(rulesOf.changeSeverity, incident),
  assign: (incident) => judge(rulesOf.assign, incident),
  classify: (incident) => judge(rulesOf.classify, incident),
  tag: (incident) => judge(rulesOf.tag, incident),
  comment: (incident) => judge(rulesOf.comment, incident),
  editComment: (incident) => judge(rulesOf.editComment, incident),
  moveAlerts: (incident) => judge(rulesOf.moveAlerts, incident),
  changeTasks: (incident) => judge(rulesOf.changeTasks, incident),
  investigate: (incident) => judge(rulesOf.investigate, incident),
};
