/** A few at a time: single acts before those that were asked for by the hundred, because somebody is watching them. */

export type Turns = {
  /** Resolves when it is this one's turn; `end` must follow. */
  begin(kind: 'single' | 'bulk'): Promise<void>;
  end(): void;
};

/** `lanes` turns at once; who comes first goes first, among its own kind. */
export function createTurns(lanes: number): Turns {
  const waiting: Record<'single' | 'bulk', (() => void)[]> = { single: [], bulk: [] };
  let taken = 0;
  return {
    async begin(kind) {
      if (taken < lanes) {
        taken += 1;
        return;
      }
      await new Promise<void>((resolve) => waiting[kind].push(resolve));
    },
    end() {
      const next = waiting.single.shift() ?? waiting.bulk.shift();
      if (next === undefined) taken -= 1;
      else next();
    },
  };
}
