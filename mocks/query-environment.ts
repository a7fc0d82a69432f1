/** What the tenant's queries meet besides log rows, from the tenant's own state. Parts that did not change stay the same objects. */

import type { SavedFunction } from '@/lib/kql/catalogue/saved-function';
import { feeds } from '@/mocks/company/feeds';
import { type CompanyFileProfile, knownFiles, suspectFile } from '@/mocks/company/file-profiles';
import { ipPlaces } from '@/mocks/company/ip-places';
import { workspace, workspaceResourceId } from '@/mocks/company/tenant-ids';
import type { Environment } from '@/mocks/kql/environment/environment';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

export function queryEnvironment(store: Store): () => Partial<Environment> {
  const places = ipPlaces(store.company);
  const known = knownFiles(store.clock.now());
  const workspaces = [workspace.name, workspace.customerId, workspaceResourceId];
  const fileProfiles = profilesOf(store, known);
  const functions = savedFunctions(store);
  return () => ({
    functions: functions(),
    watchlists: store.watchlists.all(),
    places,
    fileProfiles: fileProfiles(),
    files: feeds,
    workspaces,
    absences: store.connections.absences(),
  });
}

/** Saved searches with an alias; the same array for as long as none changed. */
function savedFunctions(store: Store): () => readonly SavedFunction[] {
  let of: unknown;
  let functions: readonly SavedFunction[] = [];
  return () => {
    const saved = store.sentinel.savedSearches.all();
    if (saved === of) return functions;
    of = saved;
    functions = saved.flatMap(({ fields }) =>
      fields.functionAlias
        ? { name: fields.functionAlias, parameters: `(${fields.functionParameters ?? ''})`, body: fields.query }
        : [],
    );
    return functions;
  };
}

/** The known files and those that alerts are about; the same array until an alert is about another one. */
function profilesOf(store: Store, known: readonly CompanyFileProfile[]): () => readonly CompanyFileProfile[] {
  const taken = new Set(known.map((profile) => profile.SHA1));
  const suspects = new Map<string, CompanyFileProfile>();
  let profiles: readonly CompanyFileProfile[] | undefined;
  /** Whether this alert says anything about files. */
  const learn = (alert: AlertRecord): boolean => {
    const files = filesOf(alert).filter((profile) => !taken.has(profile.SHA1));
    for (const profile of files) suspects.set(profile.SHA1, profile);
    return files.length > 0;
  };
  let learned = false;
  store.listen((event) => {
    if (event.kind === 'alertAdded' && learned && learn(event.alert)) profiles = undefined;
  });
  return () => {
    if (!learned) for (const alert of store.alerts.all()) learn(alert);
    learned = true;
    profiles ??= [...known, ...suspects.values()];
    return profiles;
  };
}

function filesOf({ graph }: AlertRecord): CompanyFileProfile[] {
  const firstSeen = graph.firstActivityDateTime ?? graph.createdDateTime ?? '';
  return (graph.evidence ?? []).flatMap((evidence) => {
    if (evidence['@odata.type'] !== '#microsoft.graph.security.fileEvidence') return [];
    const file = evidence.fileDetails;
    if (!file?.sha1 || !file.sha256 || firstSeen === '') return [];
    const { sha1, sha256, md5, fileName, fileSize } = file;
    const seen = { sha1, sha256, md5: md5 ?? '', fileName: fileName ?? '', size: Number(fileSize ?? 0) };
    return [suspectFile(seen, graph.threatDisplayName ?? '', firstSeen)];
  });
}
