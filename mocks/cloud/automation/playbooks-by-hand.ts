/** Playbooks that somebody started by hand, whether or not the tenant's own automation is on. */
import { startPlaybook } from '@/mocks/cloud/automation/playbook-run';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { Store } from '@/mocks/store/store';

export function startPlaybooksByHand(store: Store, logs: LogWriter): () => void {
  return store.listen((event) => {
    if (event.kind !== 'playbookRun') return;
    const playbook = store.rules.playbooks.byId(event.run.logicAppId);
    if (playbook) startPlaybook({ store, logs }, playbook, event.run.on, event.run.by.name);
  });
}
