/** What is copied of incidents: links, ids by name, and indicators made harmless. Text only; who pastes decides the rest. */
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { EntityKind, IncidentEntity } from '@/lib/domain/entity/entity';
import type { Incident } from '@/lib/domain/incident/incident';
import { defang } from '@/lib/domain/text/defang';
import { visibleText } from '@/lib/domain/text/visible';
import { incidentPath } from '@/lib/routes/paths';

/** One address a line. */
export function linksOf(incidents: readonly Incident[], origin: string): string {
  return incidents.map(({ key }) => `${origin}${incidentPath(key)}`).join('\n');
}

/** Every name of each incident: `#12345 Multi-stage attack`, then one id a line. */
export function idsOf(incidents: readonly Incident[]): string {
  return incidents
    .map((incident) => {
      const { defender, sentinel } = incident;
      return [
        `${incidentName(incident)} ${visibleText(incident.title)}`,
        ...(defender === null ? [] : [`Defender incident id: ${defender.id}`]),
        ...(sentinel === null
          ? []
          : [`Sentinel incident number: ${sentinel.number}`, `Sentinel incident GUID: ${sentinel.name}`]),
      ].join('\n');
    })
    .join('\n\n');
}

/** Kinds whose name is an indicator; an e-mail is named by its subject and found by its sender, a file by its hash. */
const named: ReadonlySet<EntityKind> = new Set(['ip', 'url', 'mailbox']);
const hash = /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/iu;
const sender = /sender(\.|ip$|.*(address|domain)$)/iu;
const address = /^\S+[.:@]\S+$/u;

function indicatorsIn(entity: IncidentEntity): string[] {
  if (named.has(entity.kind)) return [entity.label];
  const hashes = [entity.label, ...entity.facts.map(({ value }) => value)].filter((text) => hash.test(text));
  const senders = entity.facts.filter(({ name, value }) => sender.test(name) && address.test(value));
  return [...hashes, ...(entity.kind === 'email' ? senders.map(({ value }) => value) : [])];
}

/** Addresses, URLs, senders and hashes of an incident, each once, in the order of its entities. */
export function indicatorsOf(entities: readonly IncidentEntity[]): string[] {
  return [...new Set(entities.flatMap(indicatorsIn).filter((text) => text !== ''))];
}

/** Defanged by default: a chat client must not make a link of an attacker's address. */
export function indicatorText(entities: readonly IncidentEntity[], form: 'defanged' | 'raw'): string {
  const lines = indicatorsOf(entities);
  return (form === 'raw' ? lines : lines.map(defang)).join('\n');
}
