/** What the steps of a playbook are called in its Logic Apps definition: by the connector's action, as the designer does. */
import type { PlaybookRecord, PlaybookStep, PlaybookTrigger } from '@/mocks/store/records/playbook-record';

const names: Record<PlaybookStep['does'], string> = {
  comment: 'Add_comment_to_incident_(V3)',
  tag: 'Update_incident',
  task: 'Add_task_to_incident',
  isolate: 'Actions_-_Isolate_machine',
};

/** A second step of a kind gets a number, as in the designer. */
export function stepNames({ steps }: Pick<PlaybookRecord, 'steps'>): string[] {
  const seen = new Map<string, number>();
  return steps.map(({ does }) => {
    const count = (seen.get(does) ?? 0) + 1;
    seen.set(does, count);
    return count === 1 ? names[does] : `${names[does]}_${count}`;
  });
}

export const triggerNames: Record<PlaybookTrigger, string> = {
  incident: 'Microsoft_Sentinel_incident',
  alert: 'Microsoft_Sentinel_alert',
  entity: 'Microsoft_Sentinel_entity',
};
