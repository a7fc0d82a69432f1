/** The sync at a glance: settings are kept for minutes, because Sentinel's quota is for the queue; measures are of now. */
import type { Api } from '@/lib/api/api';
import type { SyncOverview, SyncSettings } from '@/lib/domain/sync/sync-overview';
import { readSyncSettings } from '@/lib/hub/sync/read-sync-settings';
import { type MirrorView, syncMeasures } from '@/lib/hub/sync/sync-measures';

export type SyncDesk = {
  /** `fresh`: the settings shall be read again, if they were not just now. Parts that could not be read say why. */
  overview(fresh: boolean): Promise<SyncOverview>;
};

/** `nowMs` measures how old the settings are; `now` stamps them. */
export type SyncDeskOptions = {
  api: Api;
  workspaceName: string;
  mirror: MirrorView;
  now: () => Date;
  nowMs: () => number;
};

const keptMs = 5 * 60_000;
/** Whoever asks again and again gets the same answer. */
const freshMs = 5_000;

/** One per process: however many look, the settings are read once. */
export function createSyncDesk({ api, workspaceName, mirror, now, nowMs }: SyncDeskOptions): SyncDesk {
  let kept: { settings: SyncSettings; atMs: number } | null = null;
  let reading: Promise<SyncSettings> | null = null;

  async function read(): Promise<SyncSettings> {
    try {
      const settings = await readSyncSettings(api, workspaceName, now);
      kept = { settings, atMs: nowMs() };
      return settings;
    } finally {
      reading = null;
    }
  }

  async function settings(fresh: boolean): Promise<SyncSettings> {
    if (kept !== null && nowMs() - kept.atMs < (fresh ? freshMs : keptMs)) return kept.settings;
    reading ??= read();
    return reading;
  }

  return {
    overview: async (fresh) => ({ settings: await settings(fresh), measures: syncMeasures(mirror, now()) }),
  };
}
