/**
 * Which rows a rule's query can make anything of, as far as its text tells: `T | where C == 'x' | where D in (listed)`
 * finds nothing while no row of T has such a C and a D that was ever listed. Text that isn't told so plainly seeks all.
 */

/** Rows of `table` whose columns have one of these values each; lower case, as `=~` compares. */
export type Sought = {
  readonly table: string;
  readonly values: readonly { readonly column: string; readonly of: ReadonlySet<string> }[];
  /** How long before the run they may have happened at most, where the query says so. */
  readonly withinMs?: number;
  /** The column holds what a let lists, and the rows that the let lists from. */
  readonly among?: { readonly column: string | undefined; readonly listed: Listed };
};

export type Listed = Omit<Sought, 'among'> & { readonly column: string };

type Pipe = { readonly source: string; readonly steps: readonly string[] };

/** Nothing in, nothing out; and no other table is read. */
const rowByRow = /^(where|project|extend|distinct)\b/;
const notRowByRow =
  /\b(join|lookup|union|materialize|toscalar|datatable|range|print|summarize|count|serialize|prev|next|row_\w+|invoke|evaluate|externaldata|isfuzzy|let)\b|\|/;
/** Conditions of which one is enough, or that must not hold. */
const isEither = /\bor\b|\bnot\b/;
const bare = /^[A-Za-z_]\w*$/;
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What every row has though nobody wrote it. */
const given: ReadonlySet<string> = new Set(['Type', 'TimeGenerated', 'Timestamp']);

/** Null when the text doesn't tell. */
export function soughtRows(query: string): readonly Sought[] | null {
  if (/\/\/|\\|@['"]|```|!in\b/.test(query)) return null;
  const statements = split(query, ';').filter(Boolean);
  const last = statements.pop();
  if (last === undefined) return null;
  const lets = new Map<string, Pipe | null>();
  for (const statement of statements) {
    const [, name, value] = /^let\s+(\w+)\s*=\s*([\s\S]+)$/.exec(statement) ?? [];
    if (!name || !value) return null;
    // A value reads no table: what refers to it is no literal and simply not looked at.
    lets.set(name, /^[\w.'"]+$/.test(value) && !bare.test(value) ? null : (pipeOf(value) ?? undefinedPipe));
  }
  const legs = /^union\s*\(/.test(last) ? split(last.replace(/^union\s*/, ''), ',') : [last];
  const found = legs.flatMap((leg) => soughtBy(pipeOf(leg), lets) ?? []);
  return found.length === legs.length ? found : null;
}

/** Stands for a let that isn't understood: nothing may read it. */
const undefinedPipe: Pipe = { source: '', steps: [] };

function soughtBy(pipe: Pipe | null, lets: ReadonlyMap<string, Pipe | null>): Sought | null {
  const whole = pipe && unfolded(pipe, lets);
  if (!whole) return null;
  const { column, ...conditions } = conditionsOf(whole);
  let among: Sought['among'];
  for (const step of whole.steps) {
    for (const [, name = '', list = ''] of step.matchAll(/\b(\w+)\s+in~?\s*\(\s*([A-Za-z_]\w*)\s*\)/g)) {
      const from = lets.get(list);
      const listed = from ? listedBy(from, lets) : null;
      if (!listed) return null;
      if (step.startsWith('where ') && !isEither.test(step)) among ??= { column: column(step, name), listed };
    }
  }
  // A let that is named otherwise than after `in` is another table.
  const rest = whole.steps.join(' ').replace(/\bin~?\s*\(\s*\w+\s*\)/g, '');
  for (const [name, value] of lets) if (value && new RegExp(`\\b${name}\\b`).test(rest)) return null;
  return { table: whole.source, ...conditions, ...(among && { among }) };
}

function listedBy(pipe: Pipe, lets: ReadonlyMap<string, Pipe | null>): Listed | null {
  const whole = unfolded(pipe, lets);
  const [, column] = /^distinct\s+(\w+)$/.exec(whole?.steps.at(-1) ?? '') ?? [];
  if (!whole || !column || !whole.steps.slice(0, -1).every((step) => step.startsWith('where '))) return null;
  if (/\bin~?\s*\(\s*[A-Za-z_]/.test(whole.steps.join(' '))) return null;
  const { column: _, ...conditions } = conditionsOf(whole);
  return { table: whole.source, ...conditions, column };
}

/** A pipe that begins with a let is the let's, and then its own. */
function unfolded(pipe: Pipe, lets: ReadonlyMap<string, Pipe | null>): Pipe | null {
  if (pipe.source === '') return null;
  const first = lets.get(pipe.source);
  if (first === undefined) return pipe;
  const before = first && unfolded(first, lets);
  return before && { source: before.source, steps: [...before.steps, ...pipe.steps] };
}

type Conditions = Pick<Sought, 'withinMs'> & {
  values: { column: string; of: ReadonlySet<string> }[];
  /** The table's column that a step knows by this name, unless it was made on the way. */
  column: (step: string, name: string) => string | undefined;
};

function conditionsOf({ steps }: Pipe): Conditions {
  const values: Conditions['values'] = [];
  let withinMs = Number.POSITIVE_INFINITY;
  const first = steps.findIndex((step) => !step.startsWith('where '));
  const leading = first === -1 ? steps : steps.slice(0, first);
  for (const step of leading) {
    if (isEither.test(step)) continue;
    for (const clause of step.slice('where '.length).split(/\s+and\s+/)) {
      const [, amount, unit = ''] =
        /^(?:TimeGenerated|Timestamp)\s*>=?\s*ago\((\d+)([mhd])\)$/.exec(clause.trim()) ?? [];
      if (amount !== undefined)
        withinMs = Math.min(withinMs, Number(amount) * (unitMs[unit] ?? Number.POSITIVE_INFINITY));
      const [, column = '', one, several] =
        /^(\w+)\s*(?:(?:==|=~)\s*'([^']+)'|in~?\s*\(\s*('[^']+'(?:\s*,\s*'[^']+')*)\s*\))$/.exec(clause.trim()) ?? [];
      const texts = one === undefined ? several?.split(',').map((text) => text.trim().slice(1, -1)) : [one];
      if (texts && !given.has(column)) values.push({ column, of: new Set(texts.map((text) => text.toLowerCase())) });
    }
  }
  const made = (before: readonly string[], name: string): boolean =>
    before.some(
      (step) =>
        step.startsWith('distinct') ||
        new RegExp(`\\b${name}\\s*=[^=~]`).test(step) ||
        (/^project-\w+\b/.test(step) && !/^project-(away|keep|reorder)\b/.test(step)),
    );
  return {
    values,
    ...(withinMs < Number.POSITIVE_INFINITY && { withinMs }),
    column: (step, name) => (given.has(name) || made(steps.slice(0, steps.indexOf(step)), name) ? undefined : name),
  };
}

function pipeOf(text: string): Pipe | null {
  const [source = '', ...steps] = split(text.trim().replace(/^\(([\s\S]*)\)$/, '$1'), '|');
  if (!bare.test(source) || !steps.every((step) => rowByRow.test(step) && !notRowByRow.test(step))) return null;
  return { source, steps };
}

/** At this character, outside of quotes and brackets. */
function split(text: string, at: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of text.matchAll(/'[^']*'|"[^"]*"|[\s\S]/g)) {
    if ('([{'.includes(piece)) depth += 1;
    else if (')]}'.includes(piece)) depth -= 1;
    if (piece === at && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts.map((part) => part.trim());
}
