/** What the hub needs to know of KQL. The language takes a moment to make, so it is made when first asked. */
import type { HuntingTable, TableWorld } from '@/lib/domain/hunting/hunting-schema';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage, type KqlLanguage } from '@/lib/kql/language';

export type KqlKnowledge = {
  diagnose(text: string): QueryProblem[];
  tablesOf(text: string): readonly string[];
  worldOf(table: string): TableWorld | undefined;
  tables(): Omit<HuntingTable, 'inWorkspace'>[];
};

/** One per process. The first question takes the time that Microsoft's parser needs to load. */
export function createKqlKnowledge(): KqlKnowledge {
  let language: KqlLanguage | null = null;
  const parser = () => {
    language ??= createLanguage(catalogue());
    return language;
  };
  let worlds: Map<string, TableWorld> | null = null;
  return {
    diagnose: (text) => [...parser().diagnose(text)],
    tablesOf: (text) => parser().tablesOf(text),
    worldOf(table) {
      worlds ??= new Map(catalogue().map(({ name, world }) => [name, world]));
      return worlds.get(table);
    },
    tables: () =>
      catalogue().map(({ name, world, category, columns }) => ({
        name,
        world,
        category,
        columns: columns.map((column) => ({ name: column.name, type: column.type })),
      })),
  };
}
