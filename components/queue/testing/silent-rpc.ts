/** A console for tests of components: it answers what the test answers, and everything else never. */

type Answer = (input: never) => unknown;
type Procedure = { query: Answer; mutate: Answer };

const never: Answer = () => new Promise(() => undefined);

/** `silentRpc({ incidents: { undo } })`: `rpc.incidents.undo.mutate(…)` asks `undo`. */
export function silentRpc(
  answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>,
): Record<string, Record<string, Procedure>> {
  const routerOf = (name: string) =>
    new Proxy<Record<string, Procedure>>(
      {},
      {
        get: (_, procedure: string) => {
          const answer = answers[name]?.[procedure] ?? never;
          return { query: answer, mutate: answer };
        },
      },
    );
  return new Proxy<Record<string, Record<string, Procedure>>>({}, { get: (_, name: string) => routerOf(name) });
}
