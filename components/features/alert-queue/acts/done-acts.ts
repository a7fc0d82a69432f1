/** What was done to alerts in this tab, newest last, so that `u` can take it back. It outlives the page. */

type Done = { what: string; commandIds: readonly string[] };

const most = 50;
const done: Done[] = [];

export const doneActs = {
  push(act: Done): void {
    if (act.commandIds.length === 0) return;
    done.push(act);
    if (done.length > most) done.shift();
  },
  pop: (): Done | undefined => done.pop(),
  clear: (): void => {
    done.length = 0;
  },
};
