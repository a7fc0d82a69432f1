/** Everything an incident page shows, with an honest list of what could not be read. */
import type { Alert } from '@/lib/domain/alert/alert';
import type { IncidentEntity } from '@/lib/domain/entity/entity';
import type { Incident } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';

/** One comment; `author` and `text` are what people, and attackers, wrote. */
export type IncidentComment = {
  id: string;
  system: System;
  author: string;
  text: string;
  createdAt: string;
  /** A comment of ours that the system has not accepted yet, or refused. */
  state: 'confirmed' | 'pending' | 'refused';
  reason?: string;
};

/** A part of the page that could not be read. What is there is still shown. */
export type PartFailure = {
  part: 'alerts' | 'entities' | 'comments' | 'tasks' | 'incident';
  system: System;
  message: string;
  since: string;
};

export type IncidentDetail = {
  incident: Incident;
  alerts: Alert[];
  entities: IncidentEntity[];
  comments: IncidentComment[];
  failures: PartFailure[];
  readAt: string;
};
