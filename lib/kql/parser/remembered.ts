/** Analyses of the queries that were asked last: rules and dashboards ask the same ones again and again. */
import { type Analysis, analyse } from './analyse';
import type { Globals } from './kusto';

/** Queries longer than this are rare, and their trees large. */
const longestText = 20_000;

/** At most `most` analyses, all by the same knowledge of names: with another one everything is analysed anew. */
export function rememberAnalyses(most: number): (text: string, globals: Globals) => Analysis {
  const known = new Map<string, Analysis>();
  let by: Globals | undefined;
  return (text, globals) => {
    if (by !== globals) known.clear();
    by = globals;
    const analysis = known.get(text) ?? analyse(text, globals);
    known.delete(text);
    if (text.length <= longestText) known.set(text, analysis);
    const oldest = known.keys().next().value;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return analysis;
  };
}
