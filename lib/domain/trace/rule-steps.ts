/** The first half of the way: a rule that is on, that ran, over tables in which something was written. */
import { ruleStatus } from '@/lib/domain/rule/rule';
import { step } from '@/lib/domain/trace/step';
import { tableFeed } from '@/lib/domain/trace/table-feeds';
import type { TraceFix, TraceStep } from '@/lib/domain/trace/trace';

/** What is known of a rule from its resource. */
export type RuleFacts = {
  /** The rule's GUID. */
  id: string;
  title: string;
  /** Microsoft's `kind`: Scheduled, NRT, Fusion, … */
  kind: string;
  enabled: boolean;
  changedAt: string | null;
  /** Null for kinds without a query. */
  query: string | null;
  /** How often it runs, in ms; null for kinds without a schedule. An NRT rule runs every minute. */
  everyMs: number | null;
  makesIncidents: boolean;
};

/** One run as `SentinelHealth` has it. */
export type RuleRunFacts = {
  at: string;
  status: string;
  reason: string;
  results: number | null;
  alerts: number | null;
};

/** What a table of the rule's query holds. `latestAt` null: nothing in the time that was looked at. */
export type TableFacts = { name: string; rows: number; latestAt: string | null };

/** Something that could not be read, and what the service said. */
export type Unread = { unread: string };

/** Tells what could not be read from facts. */
export const isUnread = <Facts>(facts: Facts | Unread): facts is Unread =>
  typeof facts === 'object' && facts !== null && 'unread' in facts;

/** An NRT rule waits two minutes for late rows before it runs. */
const nrtDelayMs = 2 * 60_000;

const kindWords: Readonly<Record<string, string>> = { NRT: 'Near real time (NRT)' };

/** Whether the rule is on. */
export function ruleStep(rule: RuleFacts): TraceStep {
  const evidence = [
    { label: 'Kind', value: kindWords[rule.kind] ?? rule.kind },
    ...(rule.everyMs === null ? [] : [{ label: 'Runs every', value: `${rule.everyMs / 60_000} min` }]),
    ...(rule.changedAt === null ? [] : [{ label: 'Last changed', value: rule.changedAt }]),
  ];
  if (rule.enabled) return step('rule', 'ok', 'The rule is switched on.', { evidence, at: rule.changedAt });
  const byMicrosoft = ruleStatus(rule) === 'autoDisabled';
  const says = byMicrosoft
    ? 'Sentinel switched the rule off after it had failed too often.'
    : 'The rule is switched off.';
  return step('rule', 'broken', says, {
    evidence,
    at: rule.changedAt,
    fix: {
      says: byMicrosoft
        ? 'Mend what its last run complained of, take the words AUTO DISABLED out of its name, and switch it on.'
        : 'Switch it on under Configuration > Analytics.',
      link: byMicrosoft
        ? 'https://learn.microsoft.com/azure/sentinel/troubleshoot-analytics-rules'
        : 'https://learn.microsoft.com/azure/sentinel/detect-threats-custom',
      command: null,
    },
  });
}

const healthQuery = (rule: RuleFacts) =>
  [
    'SentinelHealth',
    `| where ExtendedProperties.RuleId == "${rule.id}"`,
    '| project TimeGenerated, Status, Reason, ExtendedProperties',
    '| sort by TimeGenerated desc',
  ].join('\n');

const noHealth: TraceFix = {
  says: 'Switch on auditing and health monitoring in the workspace settings of Sentinel; without it nobody can say when a rule ran.',
  link: 'https://learn.microsoft.com/azure/sentinel/enable-monitoring',
  command: null,
};

/** `runs` newest first. */
export function runStep(rule: RuleFacts, runs: readonly RuleRunFacts[] | Unread, now: Date): TraceStep {
  if (rule.everyMs === null) return step('run', 'needless', 'Rules of this kind are not run on a schedule.');
  if (isUnread(runs)) return step('run', 'unknown', `The runs could not be read: ${runs.unread}`);
  const [last] = runs;
  const query = healthQuery(rule);
  if (last === undefined) {
    const evidence = [{ label: 'Rows in SentinelHealth', value: '0', query }];
    return step('run', 'unknown', 'No run of this rule is on record.', { evidence, fix: noHealth });
  }
  const evidence = [
    { label: 'Last run', value: last.at, query },
    { label: 'Rows found', value: last.results === null ? 'not reported' : String(last.results) },
    { label: 'Alerts raised', value: last.alerts === null ? 'not reported' : String(last.alerts) },
  ];
  if (last.status === 'Failure')
    return step('run', 'broken', `Its last run failed: ${last.reason || 'no reason was given.'}`, {
      evidence,
      at: last.at,
      fix: {
        says: 'Open its query in hunting and mend what Kusto complains of.',
        link: 'https://learn.microsoft.com/azure/sentinel/troubleshoot-analytics-rules',
        command: null,
      },
    });
  const lateMs = now.getTime() - Date.parse(last.at) - rule.everyMs - nrtDelayMs;
  if (rule.enabled && lateMs > rule.everyMs)
    return step('run', 'broken', 'It is overdue: by its schedule it should have run again.', {
      evidence,
      at: last.at,
    });
  const found = runs.find((run) => (run.alerts ?? 0) > 0);
  const says =
    found === undefined
      ? `It runs on schedule; ${runs.length === 1 ? 'its last run' : `its last ${runs.length} runs`} raised no alert.`
      : `It runs on schedule, and raised ${found.alerts === 1 ? 'an alert' : `${found.alerts} alerts`} at ${found.at}.`;
  return step('run', 'ok', says, { evidence, at: last.at });
}

/** Whether anything was written into the tables of the rule's query in the last day. */
export function telemetryStep(rule: RuleFacts, tables: readonly TableFacts[] | Unread): TraceStep {
  if (rule.query === null) return step('telemetry', 'needless', 'Rules of this kind read no tables.');
  if (isUnread(tables)) return step('telemetry', 'unknown', `Its tables could not be read: ${tables.unread}`);
  const evidence = tables.map(({ name, rows, latestAt }) => ({
    label: name,
    value:
      rows === 0
        ? '0 rows in the last day'
        : `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} in the last day${latestAt === null ? '' : `, the latest at ${latestAt}`}`,
    query: `${name}\n| where TimeGenerated > ago(1d)\n| summarize count(), max(TimeGenerated)`,
  }));
  if (tables.length === 0)
    return step('telemetry', 'unknown', 'Its query names no table of the workspace itself.', { evidence });
  const silent = tables.filter((table) => table.rows === 0);
  const [first] = silent;
  if (first === undefined) {
    const latest =
      tables
        .map((table) => table.latestAt ?? '')
        .sort()
        .at(-1) ?? null;
    return step('telemetry', 'ok', 'Every table that it reads got rows in the last day.', { evidence, at: latest });
  }
  const names = silent.map((table) => table.name).join(', ');
  const all = silent.length === tables.length;
  const says = `${names} got no rows in the last day${all ? '' : '; the others did'}.`;
  // A union over several tables works with those that have rows.
  return step('telemetry', all ? 'broken' : 'ok', says, { evidence, fix: tableFeed(first.name) });
}
