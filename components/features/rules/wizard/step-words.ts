/** The pages of the wizard as they are called; Microsoft's names where it has them. */
import type { RuleStep } from '@/lib/domain/rule/draft-problems';

export const stepWords: Readonly<Record<RuleStep, string>> = {
  general: 'General',
  logic: 'Rule logic',
  entities: 'Entities',
  incidents: 'Incident settings',
  review: 'Review and save',
};
