/** Writes, signs and takes over what a shift leaves to the next. Microsoft is asked nothing: it is all here already. */
import type { HandOver, HandOverFacts, HandOverHeading, Shift } from '@/lib/domain/hand-over/hand-over';
import { shiftFacts } from '@/lib/domain/hand-over/shift-facts';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import type { SourceHealth } from '@/lib/domain/source/source';
import { HubError } from '@/lib/hub/hub-error';
import type { Store } from '@/lib/store/store';

/** `id` is a GUID of the writer's making. */
export type HandOverDraft = { id: string; shift: Shift; note: string };

export type HandOverDesk = {
  /** What the shift leaves behind as of now. */
  facts(shift: Shift): Promise<HandOverFacts>;
  /** Freezes it with the note. The same id twice is one hand-over. */
  sign(draft: HandOverDraft, by: Assignee): Promise<HandOver>;
  /** Somebody of the next shift has read it. */
  take(id: string, by: Assignee): Promise<HandOver>;
  get(id: string): Promise<HandOver>;
  /** The latest ones, newest first. */
  list(): Promise<HandOverHeading[]>;
};

/** `incidents` and `health` are the queue as it is now. */
export type HandOverDeskOptions = {
  store: Pick<Store, 'handOvers' | 'commands' | 'incidentHistory'>;
  now: () => Date;
  incidents: () => readonly Incident[];
  health: () => readonly SourceHealth[];
};

const mostListed = 50;

/** Rejects with `notFound` for an unknown id, and with `notAllowed` when the signer takes over. */
export function createHandOverDesk({ store, now, incidents, health }: HandOverDeskOptions): HandOverDesk {
  async function facts(shift: Shift): Promise<HandOverFacts> {
    const [seen, { commands }] = await Promise.all([
      store.incidentHistory.between(shift.from, shift.to),
      store.commands.recent(shift.from),
    ]);
    return shiftFacts({ incidents: incidents(), seen, commands, health: health() }, shift);
  }

  async function get(id: string): Promise<HandOver> {
    const found = await store.handOvers.get(id);
    if (found === null) throw new HubError('notFound', 'There is no such hand-over.');
    return found;
  }

  return {
    facts,
    async sign({ id, shift, note }, by) {
      const signed = { by, at: now().toISOString() };
      await store.handOvers.add({ id, facts: await facts(shift), note, signed, taken: null });
      return get(id);
    },
    async take(id, by) {
      const { signed } = await get(id);
      if (signed.by.name.toLowerCase() === by.name.toLowerCase())
        throw new HubError(
          'notAllowed',
          'Whoever signed a hand-over cannot take it over: ask somebody of the next shift.',
        );
      await store.handOvers.take(id, { by, at: now().toISOString() });
      return get(id);
    },
    get,
    list: () => store.handOvers.list(mostListed),
  };
}
