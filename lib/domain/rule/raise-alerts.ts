/** From the rows that a rule's runs would have found to the alerts it would have raised. */
import { isoDurationMs } from '@/lib/base/iso-duration';
import type { Cell } from '@/lib/domain/hunting/result-table';
import type { RuleLogic, RuleSchedule, TriggerOperator } from '@/lib/domain/rule/rule';

/** Cells by column. */
export type PastRow = Readonly<Record<string, Cell>>;

/** `at` is ISO 8601 UTC. */
export type PastRun = { at: string; rows: readonly PastRow[] };

/** What grouping looks at. Sets are sorted, so that equal ones read the same. */
export type PastAlert = {
  at: string;
  entities: Readonly<Record<string, readonly string[]>>;
  title: string;
  severity: string;
  customDetails: Readonly<Record<string, readonly string[]>>;
};

/** The alerts in the order of the runs that raised them. */
export type RaisedAlerts = {
  alerts: PastAlert[];
  /** Runs that suppression would have left out. */
  quietRuns: number;
};

/** A run with an alert per row raises no more; the last one stands for all the rest. */
export const mostAlertsPerRun = 150;

const tests: Record<TriggerOperator, (rows: number, threshold: number) => boolean> = {
  greaterThan: (rows, threshold) => rows > threshold,
  lessThan: (rows, threshold) => rows < threshold,
  equal: (rows, threshold) => rows === threshold,
  notEqual: (rows, threshold) => rows !== threshold,
};

/** Whether so many rows raise an alert. */
export const raises = (schedule: RuleSchedule | null, rows: number): boolean =>
  schedule === null ? rows > 0 : tests[schedule.operator](rows, schedule.threshold);

function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

function entitiesOf({ mappings }: RuleLogic, rows: readonly PastRow[]): PastAlert['entities'] {
  const found: Record<string, string[]> = {};
  for (const { entity, fields } of mappings) {
    const named = rows.flatMap((row) => {
      const values = fields.map(({ identifier, column }) => [identifier, cellText(row[column]).toLowerCase()]);
      return values.every(([, value]) => value === '') ? [] : [JSON.stringify(values)];
    });
    found[entity] = [...(found[entity] ?? []), ...named];
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([entity, named]) => (named.length === 0 ? [] : [[entity, sorted(named)]])),
  );
}

/** `{{Column}}` stands for the value in the alert's first row. */
function titleOf({ titleFormat }: RuleLogic, row: PastRow | undefined): string {
  return (titleFormat ?? '').replace(/\{\{\s*([^{}]+?)\s*\}\}/gu, (_, column: string) => cellText(row?.[column]));
}

function alertOf(logic: RuleLogic, at: string, rows: readonly PastRow[]): PastAlert {
  const [first] = rows;
  const { severityColumn, customDetails } = logic;
  return {
    at,
    entities: entitiesOf(logic, rows),
    title: titleOf(logic, first),
    severity: severityColumn === null ? '' : cellText(first?.[severityColumn]).toLowerCase(),
    customDetails: Object.fromEntries(
      Object.entries(customDetails).map(([name, column]) => [
        name,
        sorted(rows.map((row) => cellText(row[column])).filter((value) => value !== '')),
      ]),
    ),
  };
}

function alertsOfRun(logic: RuleLogic, { at, rows }: PastRun): PastAlert[] {
  if (!logic.perResult) return [alertOf(logic, at, rows)];
  const alone = rows.slice(0, mostAlertsPerRun - 1).map((row) => alertOf(logic, at, [row]));
  const rest = rows.slice(mostAlertsPerRun - 1);
  return rest.length === 0 ? alone : [...alone, alertOf(logic, at, rest)];
}

/** `runs` oldest first. */
export function raiseAlerts(logic: RuleLogic, runs: readonly PastRun[]): RaisedAlerts {
  const pauseMs = logic.suppression.enabled ? (isoDurationMs(logic.suppression.duration) ?? 0) : 0;
  const alerts: PastAlert[] = [];
  let quietRuns = 0;
  let quietUntilMs = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const atMs = Date.parse(run.at);
    if (atMs < quietUntilMs) {
      quietRuns += 1;
      continue;
    }
    if (!raises(logic.schedule, run.rows.length)) continue;
    alerts.push(...alertsOfRun(logic, run));
    quietUntilMs = atMs + pauseMs;
  }
  return { alerts, quietRuns };
}
