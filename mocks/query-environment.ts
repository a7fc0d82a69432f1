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
  let fileProfiles: readonly CompanyFileProfile[] | undefined;
  store.listen((event) => {
    if (event.kind === 'alertAdded') fileProfiles = undefined;
  });
  const functions = savedFunctions(store);
  return () => {
    fileProfiles ??= [...known, ...suspects(store, new Set(known.map((profile) => profile.SHA1)))];
    return {
      functions: functions(),
      watchlists: store.watchlists.all(),
      places,
      fileProfiles,
      files: feeds,
      workspaces,
      absences: store.connections.absences(),
    };
  };
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

function suspects(store: Store, known: ReadonlySet<string>): CompanyFileProfile[] {
  const found = new Map<string, CompanyFileProfile>();
  for (const alert of store.alerts.all()) {
    for (const profile of filesOf(alert)) if (!known.has(profile.SHA1)) found.set(profile.SHA1, profile);
  }
  return [...found.values()];
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
