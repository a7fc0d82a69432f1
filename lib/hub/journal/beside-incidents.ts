/** Acts that change no field of the incident, of which whoever has it open must hear all the same. */
import type { CommandAct } from '@/lib/domain/incident/command';

export const besideIncidents: ReadonlySet<CommandAct['kind']> = new Set(['comment', 'task']);
