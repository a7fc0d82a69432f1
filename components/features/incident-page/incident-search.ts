/** What an incident's page keeps in its address, so that a reload or a sent link shows the same. Malformed values fall back. */
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

export const incidentTabs = ['story', 'alerts', 'entities', 'comments', 'investigations', 'activity', 'tasks'] as const;
export type IncidentTab = (typeof incidentTabs)[number];

export const tabWords = {
  story: 'Attack story',
  alerts: 'Alerts',
  entities: 'Entities',
  comments: 'Comments',
  investigations: 'Investigations',
  activity: 'Activity',
  tasks: 'Tasks',
} as const satisfies Record<IncidentTab, string>;

export const alertSorts = ['time', 'severity'] as const;
export type AlertSort = (typeof alertSorts)[number];

const parsers = {
  tab: parseAsStringLiteral(incidentTabs).withDefault('story'),
  /** Id of the alert that is open. */
  alert: parseAsString,
  /** Id of the entity whose alerts are marked in the story, or that is open in the list. */
  entity: parseAsString,
  /** Words to find in alerts or entities. */
  find: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(alertSorts).withDefault('time'),
  /** The id through which this page was reached when its incident had been merged into this one. */
  from: parseAsString,
};

export function useIncidentSearch() {
  return useQueryStates(parsers, { history: 'replace' });
}
export type IncidentSearch = ReturnType<typeof useIncidentSearch>[0];
export type SetIncidentSearch = ReturnType<typeof useIncidentSearch>[1];
