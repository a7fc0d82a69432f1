/** What a language says of saved functions: asked often, and the same until what is saved changes. */
import { serviceTables, tablesIn } from './editor/tables-in';
import { analyse } from './parser/analyse';
import type { KnownNames } from './parser/globals';
import type { SyntaxNode } from './parser/syntax-node';
import type { QueryProblem } from './problem';

export type SavedFunctions = {
  declarationOf(name: string): SyntaxNode | undefined;
  tablesOf(name: string): readonly string[];
  /** What is wrong with the body of a function that somebody saved: Kusto refuses to call it then. */
  problemOf(name: string): QueryProblem | undefined;
};

/** `known` is asked each time; what was worked out is forgotten when its answer is another object. */
export function createSavedFunctions(known: () => KnownNames, tables: ReadonlySet<string>): SavedFunctions {
  let of: KnownNames | undefined;
  const declarations = new Map<string, SyntaxNode | undefined>();
  const read = new Map<string, readonly string[]>();
  const problems = new Map<string, QueryProblem | undefined>();

  function current(): KnownNames {
    const names = known();
    if (names === of) return names;
    of = names;
    declarations.clear();
    read.clear();
    problems.clear();
    return names;
  }

  function declared(name: string, { functions, globals }: KnownNames): SyntaxNode | undefined {
    const saved = functions.get(name);
    if (!saved) return undefined;
    const { syntax } = analyse(`let f = ${saved.parameters} { 0 }; print 0`, globals);
    return syntax?.list('Statements')[0]?.optional('Expression');
  }

  function wrongWith(name: string, { functions, globals }: KnownNames): QueryProblem | undefined {
    const saved = functions.get(name);
    if (!saved) return undefined;
    const found = analyse(`let f = ${saved.parameters} { ${saved.body}\n}; print 0`, globals);
    return found.problems.find((problem) => problem.severity === 'error');
  }

  function tablesOf(name: string): readonly string[] {
    const { functions, globals } = current();
    const known = read.get(name) ?? (Object.hasOwn(serviceTables, name) ? serviceTables[name] : undefined);
    if (known) return known;
    const saved = functions.get(name);
    if (!saved) return [];
    // A function that calls itself ends here.
    read.set(name, []);
    const found = tablesIn(analyse(saved.body, globals).syntax, tables, tablesOf);
    read.set(name, found);
    return found;
  }

  return {
    declarationOf(name) {
      const names = current();
      if (!declarations.has(name)) declarations.set(name, declared(name, names));
      return declarations.get(name);
    },
    tablesOf,
    problemOf(name) {
      const names = current();
      if (!names.savedNames.has(name)) return undefined;
      if (!problems.has(name)) problems.set(name, wrongWith(name, names));
      return problems.get(name);
    },
  };
}
