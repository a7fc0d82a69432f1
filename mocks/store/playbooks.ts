/** The Logic Apps that Sentinel may start. They live beside the workspace, in its resource group. */
import { workspace } from '@/mocks/company/tenant-ids';
import type { Clock } from '@/mocks/store/clock';
import type { LogicAppRun, PlaybookRecord } from '@/mocks/store/records/playbook-record';

const runsKept = 100;

export type Playbooks = {
  add(record: PlaybookRecord): void;
  /** By ARM id, in any case. */
  byId(logicAppId: string): PlaybookRecord | undefined;
  byName(name: string): PlaybookRecord | undefined;
  all(): readonly PlaybookRecord[];
  began(playbook: PlaybookRecord, run: LogicAppRun): void;
  setEnabled(playbook: PlaybookRecord, enabled: boolean): void;
};

export const playbookId = (name: string): string =>
  `/subscriptions/${workspace.subscriptionId}/resourceGroups/${workspace.resourceGroup}/providers/Microsoft.Logic/workflows/${name}`;

export function createPlaybooks(clock: Clock): Playbooks {
  const records: PlaybookRecord[] = [];
  const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
  return {
    add: (record) => void records.push(record),
    byId: (id) => records.find((record) => same(playbookId(record.name), id)),
    byName: (name) => records.find((record) => same(record.name, name)),
    all: () => records,
    began: (playbook, run) => {
      playbook.runs = [...playbook.runs, run].slice(-runsKept);
    },
    setEnabled: (playbook, enabled) => {
      if (playbook.enabled === enabled) return;
      playbook.enabled = enabled;
      playbook.changedAt = clock.iso();
    },
  };
}
