/** Every stage by name: one file each, one line here. */
import { reduce } from './reduce';
import { rowWindowSession } from './row-window-session';
import { scan } from './scan';
import type { Stage } from './stage';

const all: readonly Stage[] = [reduce, rowWindowSession, scan];

export const stages: ReadonlyMap<string, Stage> = new Map(all.map((stage) => [stage.name, stage]));
