/**
 * The line between the two systems. What is sent arrives after a delay; while the line is down it waits and comes
 * afterwards; what is sent while Defender's connector is off is nobody's business and is forgotten.
 */
import type { Store } from '@/mocks/store/store';

export type Conduit = {
  /** `forget` is told when nothing will come of it. */
  send(delayMs: number, task: () => void, forget?: () => void): void;
};

type Sending = { readonly task: () => void; readonly forget: () => void };

export function createConduit({ clock, connections, listen }: Store): Conduit {
  let waiting: Sending[] = [];
  let onTheWay = 0;
  const count = (by: number): void => {
    onTheWay += by;
    connections.tellSync({ backlog: onTheWay });
  };

  function arrive(sending: Sending): void {
    if (connections.sync().paused) {
      waiting.push(sending);
      return;
    }
    count(-1);
    if (!connections.incidentsFlow()) {
      sending.forget();
      return;
    }
    sending.task();
    connections.tellSync({ lastSuccessAt: clock.iso() });
  }

  listen((event) => {
    if (event.kind !== 'syncChanged' || event.after.paused || !event.before.paused) return;
    const released = waiting;
    waiting = [];
    clock.after(event.after.changeMs, () => released.forEach(arrive));
  });

  return {
    send: (delayMs, task, forget = () => {}) => {
      if (!connections.incidentsFlow()) {
        forget();
        return;
      }
      count(1);
      clock.after(delayMs, () => arrive({ task, forget }));
    },
  };
}
