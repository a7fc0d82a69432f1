/**
 * The four ways in which alerts of a rule become incidents: Sentinel's default and the three of its alert grouping, in
 * Microsoft's words and in ours. https://learn.microsoft.com/azure/sentinel/create-analytics-rules
 */
import type { GroupingChoice } from '@/lib/domain/rule/rule';

/** One choice in Microsoft's words, in a few of ours, and as a sentence. */
export type GroupingWords = {
  /** As the Azure portal calls it. */
  microsoft: string;
  short: string;
  says: string;
};

/** Microsoft's page about all four. */
export const groupingPage = 'https://learn.microsoft.com/azure/sentinel/create-analytics-rules#alert-grouping';

/** In the order in which the wizard offers them. */
export const groupingWords: Readonly<Record<GroupingChoice, GroupingWords>> = {
  alert: {
    microsoft: 'Alert grouping disabled (default)',
    short: 'One per alert',
    says: 'Every alert makes an incident of its own.',
  },
  allEntities: {
    microsoft: 'Grouping alerts into a single incident if all the entities match (recommended)',
    short: 'All entities match',
    says: 'Alerts about exactly the same users, devices, addresses … share an incident.',
  },
  allAlerts: {
    microsoft: 'Grouping all alerts triggered by this rule into a single incident',
    short: 'All alerts of the rule',
    says: 'Whatever they are about, the rule’s alerts share an incident.',
  },
  selected: {
    microsoft: 'Grouping alerts into a single incident if the selected entity types and details match',
    short: 'Selected match',
    says: 'Alerts share an incident when what is chosen here is the same.',
  },
};
