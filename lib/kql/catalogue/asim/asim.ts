/** Every ASIM parser of the workspace, and the earlier names that queries still use. */
import type { SavedFunction } from '../saved-function';
import { asimFunctions } from './asim-functions';
import type { AsimSchema } from './asim-schema';
import { auditEvent } from './audit-event';
import { authentication } from './authentication';
import { dns } from './dns';
import { fileEvent } from './file-event';
import { networkSession } from './network-session';
import { processEvent } from './process-event';
import { registryEvent } from './registry-event';
import { webSession } from './web-session';

/** In alphabetical order. */
export const asimSchemas: readonly AsimSchema[] = [
  auditEvent,
  authentication,
  dns,
  fileEvent,
  networkSession,
  processEvent,
  registryEvent,
  webSession,
];

/** Process events have two more parsers, one per kind of event; they take what `_Im_ProcessEvent` takes. */
function byEventType(all: readonly SavedFunction[]): SavedFunction[] {
  const whole = all.find(({ name }) => name === '_Im_ProcessEvent');
  if (!whole) return [];
  const passed = [...whole.parameters.matchAll(/(\w+):\w+=/g)].map(([, name]) => name ?? '');
  const given = passed.map((name) => (name === 'eventtype' ? '' : `${name}=${name}`)).filter(Boolean);
  return [
    ['Create', 'ProcessCreated'],
    ['Terminate', 'ProcessTerminated'],
  ].flatMap(([word = '', type = '']) =>
    [`_Im_Process${word}`, `imProcess${word}`].map((name) => ({
      name,
      parameters: whole.parameters,
      body: `_Im_ProcessEvent(${given.join(', ')}, eventtype='${type}')`,
    })),
  );
}

export function asim(): readonly SavedFunction[] {
  const all = asimSchemas.flatMap(asimFunctions);
  return [...all, ...byEventType(all)];
}
