/** Groups as owners of incidents: who they are, and which of them somebody is in. */
import type { Api } from '@/lib/api/api';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { GraphGroup } from '@/lib/wire/graph-directory/group';

/** A group that works on incidents, with the object ids of its direct members, in lower case. */
export type WorkingGroup = { group: Assignee; members: string[] };

/** More are no working groups: a search that finds them is too wide, and each costs a call. */
const mostGroups = 25;
/** As many as one picks from. */
const mostFound = 20;

/**
 * Sentinel keeps the object id; Defender keeps one text, so that has to be the address: names of groups need not be
 * unique. https://learn.microsoft.com/graph/api/resources/group#properties
 */
export function assigneeFromGroup({ id, displayName, mail }: GraphGroup): Assignee {
  return { name: mail || displayName || id, displayName: displayName ?? null, objectId: id, isGroup: true };
}

const byName = (left: Assignee, right: Assignee) =>
  (left.displayName ?? left.name).localeCompare(right.displayName ?? right.name);

async function membersOf(api: Api, id: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of api.graphDirectory.groups.members(id)) ids.push(...page.map((one) => one.id.toLowerCase()));
  return ids;
}

/** Security groups with these words in their names, and who is in each. */
export async function workingGroups(api: Api, words: string): Promise<WorkingGroup[]> {
  const found: WorkingGroup[] = [];
  for await (const page of api.graphDirectory.groups.list({ words, filter: 'securityEnabled eq true' })) {
    for (const group of page.slice(0, mostGroups - found.length)) {
      found.push({ group: assigneeFromGroup(group), members: await membersOf(api, group.id) });
    }
    if (found.length >= mostGroups) break;
  }
  return found.sort((left, right) => byName(left.group, right.group));
}

/** Any groups of the directory whose names have words that begin like these; the first page of them. */
export async function findGroups(api: Api, words: string): Promise<Assignee[]> {
  for await (const page of api.graphDirectory.groups.list({ words, top: mostFound })) {
    return page.map(assigneeFromGroup).sort(byName);
  }
  return [];
}
