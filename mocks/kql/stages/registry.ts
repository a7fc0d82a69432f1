/** Every stage by name: one file each, one line here. */
import { autocluster } from './autocluster';
import { basket } from './basket';
import { diffPatterns } from './diff-patterns';
import { reduce } from './reduce';
import { rowWindowSession } from './row-window-session';
import { scan } from './scan';
import { schemaMerge } from './schema-merge';
import type { Stage } from './stage';

const all: readonly Stage[] = [autocluster, basket, diffPatterns, reduce, rowWindowSession, scan, schemaMerge];

export const stages: ReadonlyMap<string, Stage> = new Map(all.map((stage) => [stage.name, stage]));
