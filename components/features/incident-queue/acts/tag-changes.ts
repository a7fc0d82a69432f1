/** Tags of several incidents at once: who has which, and the list of each after one was added or taken away. Pure. */
import type { TagChoice } from '@/components/vocabulary/tag-menu';
import type { Incident, Tag } from '@/lib/domain/incident/incident';

const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();

function analystTags(incident: Incident): string[] {
  return incident.tags.filter(({ origin }) => origin === 'analyst').map(({ name }) => name);
}

/** Tags that are set on any of the incidents come first, then all others of the queue by name. */
export function tagChoices(targets: readonly Incident[], queue: readonly Incident[]): TagChoice[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const name of queue.flatMap(analystTags)) {
    const key = name.toLowerCase();
    if (!counts.has(key)) counts.set(key, { name, count: 0 });
  }
  for (const name of targets.flatMap(analystTags)) {
    const entry = counts.get(name.toLowerCase());
    if (entry === undefined) counts.set(name.toLowerCase(), { name, count: 1 });
    else entry.count += 1;
  }
  return [...counts.values()]
    .map(
      ({ name, count }): TagChoice => ({
        name,
        on: count === 0 ? 'none' : count < targets.length ? 'some' : 'all',
      }),
    )
    .sort(
      (left, right) => Number(left.on === 'none') - Number(right.on === 'none') || left.name.localeCompare(right.name),
    );
}

/** The incident's tags with one more; null when it is there already. */
export function withTag(incident: Incident, name: string): Tag[] | null {
  const has = analystTags(incident).some((tag) => same(tag, name));
  return has ? null : [...incident.tags, { name, origin: 'analyst' }];
}

/** Without it; null when it is not there. Tags that Microsoft set stay. */
export function withoutTag(incident: Incident, name: string): Tag[] | null {
  const left = incident.tags.filter((tag) => tag.origin === 'system' || !same(tag.name, name));
  return left.length === incident.tags.length ? null : left;
}
