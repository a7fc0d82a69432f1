/** Throttling, an outage and a token called in: the clients get over all of it by themselves. */
import {
  answersDuring,
  clientId,
  credential,
  graphAs,
  logsAs,
  order,
  resourceGroup,
  sentinelAs,
  workspaceId,
  workspaceName,
} from '@/e2e/contract/microsoft-clients/connection';

const throttled = (host: string) => order('faults', { host, status: 429, retryAfterSeconds: 1, count: 1 });
const down = (host: string) => order('faults', { host, status: 503, retryAfterSeconds: 0, count: 2 });

const sentinel = sentinelAs(credential);
const graph = graphAs(credential);
const logs = logsAs(credential);
const askSentinel = () => sentinel.incidents.list(resourceGroup, workspaceName, { top: 1 }).byPage().next();
const askGraph = () => graph.api('/security/incidents').top(1).get();
const askLogs = () => logs.queryWorkspace(workspaceId, 'print 1', { duration: 'P1D' });

export async function retries() {
  const timed = async (host: string, trouble: (host: string) => Promise<unknown>, ask: () => Promise<unknown>) => {
    await ask();
    await trouble(host);
    const startedAtMs = Date.now();
    const answers = await answersDuring(ask);
    return { answers, waited: Date.now() - startedAtMs >= 1000 };
  };
  return {
    sentinelThrottled: await timed('management.azure.com', throttled, askSentinel),
    sentinelDown: (await timed('management.azure.com', down, askSentinel)).answers,
    graphThrottled: await timed('graph.microsoft.com', throttled, askGraph),
    graphDown: (await timed('graph.microsoft.com', down, askGraph)).answers,
    logsThrottled: await timed('api.loganalytics.azure.com', throttled, askLogs),
    logsDown: (await timed('api.loganalytics.azure.com', down, askLogs)).answers,
  };
}

/** Azure's pipeline answers a challenge alone: another token with the claims it was sent, and the same request again. */
export async function challenge() {
  await askSentinel();
  await askLogs();
  await order('challenges', { clientId });
  return { sentinel: await answersDuring(askSentinel), logs: await answersDuring(askLogs) };
}
