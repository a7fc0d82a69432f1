/** Starting playbooks by hand. The answer says only that it was started: runs are at the Logic App itself. */
import { securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';
import type { SentinelPlaybookRequest } from '@/lib/wire/sentinel/playbook';

/** Both take the playbook by its ARM id. */
export type SentinelPlaybooks = {
  /** https://learn.microsoft.com/rest/api/securityinsights/incidents/run-playbook */
  runOnIncident(incidentName: string, playbook: SentinelPlaybookRequest, signal?: AbortSignal): Promise<void>;
  /** On an entity by its name, an alert among them. https://learn.microsoft.com/rest/api/securityinsights/entities/run-playbook */
  runOnEntity(entityName: string, playbook: SentinelPlaybookRequest, signal?: AbortSignal): Promise<void>;
};

/** Not safe to repeat: every call starts another run. */
export function sentinelPlaybooks(call: Call, workspace: WorkspaceAddress): SentinelPlaybooks {
  const run = async (path: string, body: SentinelPlaybookRequest, signal: AbortSignal | undefined): Promise<void> => {
    const query = { 'api-version': securityInsightsApiVersion };
    await call({ method: 'POST', path: `${path}/runPlaybook`, query, body, signal, ...emptyReply });
  };
  return {
    runOnIncident: (name, body, signal) => run(incidentsPath(workspace, name), body, signal),
    runOnEntity: (name, body, signal) =>
      run(`${securityInsightsPath(workspace, 'entities')}/${segment(name)}`, body, signal),
  };
}
