/**
 * The one function that DuckDB calls back for everything written in JavaScript: `k_js(key, argument, …)`. Arguments and
 * result travel as text; the key's signature says what each one is.
 */
import { DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';
import { parseDatetime } from '../datetime-text';
import type { ArgType, KnownFunction } from '../functions/function-row';
import { stableJson } from '../functions/js/json';
import { QueryFault } from '../functions/js/query-fault';
import { formatReal } from '../functions/js/real';
import { knownFunctions } from '../functions/registry';
import { runStage } from '../stages/run-stage';
import { formatTicks, formatTimespan, parseTimespan } from '../ticks';

type Callable = (...args: unknown[]) => unknown;
type Entry = {
  readonly read: readonly ((text: string | null) => unknown)[];
  readonly rest: ((text: string | null) => unknown) | undefined;
  readonly call: Callable;
};

const readLong = (text: string | null): number | bigint | null => {
  if (text === null) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : /^-?\d+$/.test(text) ? BigInt(text) : value;
};

/** Empty text for a string's null: strings are never null in Kusto. */
function reader(type: ArgType): (text: string | null) => unknown {
  switch (type) {
    case 'string':
      return (text) => text ?? '';
    case 'long':
    case 'int':
    case 'number':
    case 'real':
    case 'decimal':
      return readLong;
    case 'datetime':
    case 'timespan':
      return (text) => (text === null ? null : BigInt(text));
    case 'bool':
      return (text) => (text === null ? null : text === 'true');
    case 'dynamic':
    case 'json':
      return (text) => (text === null ? null : parseJson(text));
    default:
      return (text) => text;
  }
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

function writeText(value: unknown, isJson: boolean): string | null {
  if (value === null || value === undefined) return null;
  if (isJson) return stableJson(value);
  if (typeof value === 'object') return stableJson(value);
  return String(value);
}

/** Rows declare their functions with the types their signature promises; the readers above keep that promise. */
const callable = (known: KnownFunction): Callable => known.js as unknown as Callable;

const entries = new Map<string, Entry>();
for (const known of knownFunctions) {
  if (!known.js) continue;
  const call = callable(known);
  const isJson = known.returns === 'dynamic' || known.returns === 'json';
  // Numbers stay null where Kusto's are: a function of a null number is null.
  const strict = known.args.every((type) => type === 'real') && known.args.length > 0;
  entries.set(known.key, {
    read: known.args.map(reader),
    rest: known.rest && reader(known.rest),
    call: (...args) => (strict && args.includes(null) ? null : writeText(call(...args), isJson)),
  });
}

const plain = (call: (text: string) => string | bigint | null): Entry => ({
  read: [(text) => text],
  rest: undefined,
  call: (text) => {
    const result = text === null ? null : call(String(text));
    return result === null ? null : String(result);
  },
});

/** What the macros call: conversions that SQL cannot spell. */
entries.set(
  'real2s',
  plain((text) => formatReal(Number(text))),
);
entries.set(
  'datetime2s',
  plain((text) => formatTicks(BigInt(text), true)),
);
entries.set(
  'timespan2s',
  plain((text) => formatTimespan(BigInt(text))),
);
entries.set('s2datetime', plain(parseDatetime));
entries.set('s2timespan', plain(parseTimespan));
entries.set(
  'sorted',
  plain((text) => stableJson(JSON.parse(text), true)),
);

entries.set('stage', {
  read: [(text) => text ?? ''],
  rest: (text) => text,
  call: (call, ...tables) => runStage(String(call), ...tables.map(textOf)),
});

function callOne(entry: Entry, texts: readonly (string | null)[]): string | null {
  const args = texts.map((text, index) => (entry.read[index] ?? entry.rest ?? ((same) => same))(text));
  const result = entry.call(...args);
  return result === null || result === undefined ? null : String(result);
}

const textOf = (value: unknown): string | null => (value === null ? null : String(value));

/** What one call may write for its up to 2,048 rows: the database does not count this memory against its limit. */
const mostText = 200_000_000;

export function jsFunction(): DuckDBScalarFunction {
  return DuckDBScalarFunction.create({
    name: 'k_js',
    returnType: VARCHAR,
    parameterTypes: [VARCHAR],
    varArgsType: VARCHAR,
    specialHandling: true,
    mainFunction: (_context, input, output) => {
      const columns = Array.from({ length: input.columnCount }, (_, index) => input.getColumnVector(index));
      const [keys, ...values] = columns;
      const entry = entries.get(String(keys?.getItem(0)));
      if (!entry) throw new Error('no such function');
      let written = 0;
      for (let row = 0; row < input.rowCount; row++) {
        const result = callOne(
          entry,
          values.map((column) => textOf(column.getItem(row))),
        );
        written += result?.length ?? 0;
        if (written > mostText)
          throw new QueryFault('E_RUNAWAY_QUERY', 'Query execution has exceeded the allowed memory.');
        output.setItem(row, result);
      }
      output.flush();
    },
  });
}
