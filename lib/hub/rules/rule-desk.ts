/** The workspace's analytics rules: read, tried on the past, written and switched. Sentinel is asked each time. */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import { draftProblems } from '@/lib/domain/rule/draft-problems';
import { ruleFromSentinel } from '@/lib/domain/rule/from-sentinel';
import { countEachWay } from '@/lib/domain/rule/group-alerts';
import { planRuns } from '@/lib/domain/rule/plan-runs';
import { raiseAlerts } from '@/lib/domain/rule/raise-alerts';
import type { Rule, RuleLogic } from '@/lib/domain/rule/rule';
import type { QueryCheck, RuleOutcome, RulePreview, SaveRuleRequest } from '@/lib/domain/rule/rule-preview';
import { ruleToSentinel, switchedRule } from '@/lib/domain/rule/to-sentinel';
import { HubError } from '@/lib/hub/hub-error';
import { type AskOptions, askWindow, mostRowsPerRun } from '@/lib/hub/rules/ask-window';
import { createPastRuns } from '@/lib/hub/rules/past-runs';
import type { SentinelAlertRule, SentinelAlertRuleRequest } from '@/lib/wire/sentinel/alert-rule';

/** `now` is when they were read, ISO 8601 UTC. */
export type RuleList = { rules: Rule[]; now: string };

export type RuleDesk = {
  /** Rules of every kind, by name. */
  list(): Promise<RuleList>;
  /** Rejects with `notFound` when there is none. */
  get(id: string): Promise<Rule>;
  /** Runs the query once, over the time of the newest run: its columns, or what is wrong with it. */
  check(logic: Pick<RuleLogic, 'query' | 'schedule'>, signal: AbortSignal): Promise<QueryCheck>;
  /** What the rule would have done in its runs of the last week. */
  preview(logic: RuleLogic, signal: AbortSignal): Promise<RulePreview>;
  save(request: SaveRuleRequest): Promise<RuleOutcome>;
  /** `version`: the state that was seen when it was switched. */
  switchTo(request: { id: string; enabled: boolean; version: string | null }): Promise<RuleOutcome>;
};

/** `now` is the tenant's time, by which past runs are planned. */
export type RuleDeskOptions = AskOptions & { now: () => Date };

/** Sentinel says no to the rule itself, in words for whoever wrote it. */
const refusals: ReadonlySet<number> = new Set([400, 403, 405]);

async function read(api: Api, id: string): Promise<SentinelAlertRule | null> {
  try {
    return await api.sentinel.alertRules.get(id);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

const overtaken = (wire: SentinelAlertRule | null): RuleOutcome => ({
  outcome: 'overtaken',
  rule: wire === null ? null : ruleFromSentinel(wire),
});

async function write(api: Api, id: string, body: SentinelAlertRuleRequest): Promise<RuleOutcome> {
  try {
    return { outcome: 'saved', rule: ruleFromSentinel(await api.sentinel.alertRules.put(id, body)) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 409) return overtaken(await read(api, id));
    if (refusals.has(error.status)) return { outcome: 'refused', reason: error.message || error.code };
    throw error;
  }
}

async function save(api: Api, { id, draft, version }: SaveRuleRequest): Promise<RuleOutcome> {
  const [problem] = draftProblems(draft);
  if (problem !== undefined) return { outcome: 'refused', reason: problem.says };
  const base = await read(api, id);
  // Only whoever made a new rule's GUID knows it: what bears it already is the same draft, sent once before.
  if (version !== null && base?.etag !== version) return overtaken(base);
  return write(api, id, ruleToSentinel(draft, base));
}

/** Rejects with an ApiError when Sentinel could not be asked; what it refuses is an outcome. */
export function createRuleDesk(options: RuleDeskOptions): RuleDesk {
  const { api, now } = options;
  const askPastRuns = createPastRuns(options);
  let reading: Promise<RuleList> | null = null;

  async function readAll(): Promise<RuleList> {
    const rules: Rule[] = [];
    for await (const page of api.sentinel.alertRules.list()) rules.push(...page.map(ruleFromSentinel));
    rules.sort((left, right) => left.title.localeCompare(right.title, 'en'));
    return { rules, now: now().toISOString() };
  }

  /** However many look at the same time: Sentinel is asked once. */
  function list(): Promise<RuleList> {
    if (reading !== null) return reading;
    const mine = readAll().finally(() => {
      if (reading === mine) reading = null;
    });
    reading = mine;
    return mine;
  }

  /** What was being read meanwhile may lack it. */
  async function written(outcome: Promise<RuleOutcome>): Promise<RuleOutcome> {
    const known = await outcome;
    reading = null;
    return known;
  }

  return {
    list,
    async get(id) {
      const wire = await read(api, id);
      if (wire === null) throw new HubError('notFound', `There is no analytics rule ${id} in the workspace.`);
      return ruleFromSentinel(wire);
    },
    async check({ query, schedule }, signal) {
      const [newest] = planRuns(schedule, now()).windows;
      if (newest === undefined) throw new HubError('unavailable', 'The rule has no runs that could be tried.');
      const answer = await askWindow(options, query, newest, signal);
      if (answer.kind === 'refused') return answer;
      const { columns, rows, notice } = answer.table;
      const cut = rows.length >= mostRowsPerRun ? `Only the first ${mostRowsPerRun} rows were asked for.` : notice;
      return { kind: 'answered', columns, rows: rows.length, cut, from: newest.from, until: newest.until };
    },
    async preview(logic, signal) {
      const past = await askPastRuns(logic, signal);
      if (past.kind === 'refused') return past;
      const { runs, spanMs, limitedBy, cutRuns } = past;
      const { alerts, quietRuns } = raiseAlerts(logic, runs);
      const none = { alert: 0, allEntities: 0, allAlerts: 0, selected: 0 };
      return {
        kind: 'previewed',
        runs: runs.length,
        spanMs,
        limitedBy,
        quietRuns,
        rows: runs.reduce((sum, run) => sum + run.rows.length, 0),
        cutRuns,
        alerts: alerts.length,
        incidents: logic.createsIncidents ? countEachWay(alerts, logic.grouping) : none,
      };
    },
    save: (request) => written(save(api, request)),
    async switchTo({ id, enabled, version }) {
      const base = await read(api, id);
      if (base === null || base.etag !== version) return overtaken(base);
      const body = switchedRule(base, enabled);
      if (body === null) {
        return { outcome: 'refused', reason: `Rules of kind ${base.kind} cannot be written through Sentinel’s API.` };
      }
      return written(write(api, id, body));
    },
  };
}
