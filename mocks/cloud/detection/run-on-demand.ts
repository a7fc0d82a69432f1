/**
 * Scheduled rules that somebody runs at once, over a time in the past perhaps: the same query, the same alerts, and a
 * row in `SentinelHealth` as for any run. The rule's own schedule doesn't notice.
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import { actOn, type DetectionWorld } from '@/mocks/cloud/detection/analytics-rule';
import { namedTables } from '@/mocks/cloud/detection/named-tables';
import type { RuleRunRecord } from '@/mocks/store/rule-runs';

/** From the request to the run. */
const startsAfterMs = 5_000;

export function startRunsOnDemand(world: DetectionWorld): () => void {
  const { store, logs } = world;

  async function run(asked: RuleRunRecord): Promise<void> {
    const rule = store.rules.alertRules.byName(asked.rule);
    if (rule?.body.kind !== 'Scheduled') {
      // It was deleted meanwhile.
      asked.state = 'Canceled';
      return;
    }
    const { body } = rule;
    const { query, queryPeriod } = body.properties;
    asked.state = 'InProgress';
    asked.ranAt = store.clock.iso();
    const until = new Date(asked.executionTime);
    const window = { from: new Date(until.getTime() - (isoDurationMs(queryPeriod) ?? 0)), until };
    await logs.settled(namedTables([query]).has);
    const found = await world.ask(query, window);
    actOn(world, { rule, body, window, found, atMs: Date.parse(asked.ranAt) });
    asked.state = found.ok ? 'Succeeded' : 'Failed';
  }

  return store.listen((event) => {
    if (event.kind === 'ruleRunAsked') store.clock.after(startsAfterMs, () => run(event.run));
  });
}
