/** Tells everybody how the systems are doing: the browsers of this process, and the processes that cannot see it themselves. */
import type { ChangeFeed } from '@/lib/hub/change-feed';
import type { HealthBook } from '@/lib/hub/mirror/source-health';
import type { Tenure } from '@/lib/hub/mirror/tenure';
import { LeaseLost } from '@/lib/store/leases';
import type { Store } from '@/lib/store/store';

/** Where the process that follows the systems leaves what it knows of them; also the topic of the note that says so. */
export const healthMark = 'health';

export type TellHealthOptions = {
  feed: Pick<ChangeFeed, 'publish'>;
  health: () => HealthBook;
  tenure: Pick<Tenure, 'holds' | 'write'>;
  store: Pick<Store, 'changes' | 'claims'>;
};

export function createTellHealth({ feed, health, tenure, store }: TellHealthOptions): () => void {
  async function tellOthers(): Promise<void> {
    await tenure.write((tables) => tables.marks.write(healthMark, health().all()));
    await store.changes.note(healthMark, []);
  }
  return () => {
    feed.publish({ kind: 'health', health: health().all() });
    if (store.claims.alone || !tenure.holds()) return;
    tellOthers().catch((error: unknown) => {
      // Another process follows the systems now, and tells.
      if (!(error instanceof LeaseLost)) console.error("onequeue: the systems' health could not be stored", error);
    });
  };
}
