/**
 * What a query meets besides log rows: saved functions, watchlists, files behind URLs, what is known of addresses and
 * files. Plain values: whoever owns the tenant's state gives the engine a fresh view of it whenever it asks.
 */
import type { SavedFunction } from '@/lib/kql/catalogue/saved-function';

export type Watchlist = {
  /** What `_GetWatchlist()` is called with. */
  readonly alias: string;
  /** The column whose value is also given as SearchKey. */
  readonly searchKey: string;
  readonly columns: readonly string[];
  readonly items: readonly WatchlistItem[];
};

export type WatchlistItem = {
  readonly id: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly values: Readonly<Record<string, string>>;
};

/** Where the addresses of a network are; `network` is an address or a range with its prefix length. */
export type Place = {
  readonly network: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** What Microsoft knows of a file: the columns of FileProfile(). */
export type FileProfile = {
  readonly SHA1: string;
  readonly SHA256: string;
  readonly MD5: string;
  readonly FileSize: number;
  readonly GlobalPrevalence: number;
  readonly GlobalFirstSeen: string;
  readonly GlobalLastSeen: string;
  readonly Signer: string;
  readonly Issuer: string;
  readonly SignerHash: string;
  readonly IsCertificateValid: boolean | null;
  readonly IsRootSignerMicrosoft: boolean | null;
  readonly SignatureState: 'SignedValid' | 'SignedInvalid' | 'Unsigned' | 'Unknown';
  readonly IsExecutable: boolean;
  readonly ThreatName: string;
  readonly Publisher: string;
  readonly SoftwareName: string;
};

/** A stretch of time in which a table's rows did not reach the workspace; advanced hunting has them all the same. */
export type Absence = {
  readonly table: string;
  /** ISO 8601, the first moment of it. */
  readonly from: string;
  /** ISO 8601, the first moment after it; null while it lasts. */
  readonly until: string | null;
};

export type Environment = {
  /** Saved in the workspace besides Microsoft's own; the same array for as long as nothing changed. */
  readonly functions: readonly SavedFunction[];
  readonly watchlists: readonly Watchlist[];
  /** What `externaldata` finds at a URL, spelled exactly so. Nothing else is ever read. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The same array for as long as nothing changed; the first that holds an address counts. */
  readonly places: readonly Place[];
  readonly fileProfiles: readonly FileProfile[];
  /** The names by which `workspace()` finds this workspace. */
  readonly workspaces: readonly string[];
  /** What a connector that was off kept from the workspace; the same array for as long as nothing changed. */
  readonly absences: readonly Absence[];
};

const none: Environment = {
  functions: [],
  watchlists: [],
  files: new Map(),
  places: [],
  fileProfiles: [],
  workspaces: ['workspace'],
  absences: [],
};

export const completeEnvironment = (given: Partial<Environment> = {}): Environment => ({ ...none, ...given });
