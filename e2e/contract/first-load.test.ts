/**
 * What a queue's first load must not bring along. One static import of a menu's file for the sake of a function in it
 * is forty kilobytes on every analyst's first screen, and nothing else would tell.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const importLine = /^(?:import|export)\s+(?!type\s)([^;]*?)\sfrom\s+'([^']+)'/gmu;

function fileOf(name: string): string | null {
  return ['.ts', '.tsx'].map((ending) => name + ending).find(existsSync) ?? null;
}

/** Whether nothing but types is named. */
function typesOnly(names: string): boolean {
  const listed = /^\{(.*)\}$/su.exec(names.trim())?.[1]?.split(',') ?? [''];
  const given = listed.map((name) => name.trim()).filter((name) => name !== '');
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}

/** Files and packages that are loaded with the entries; each with who asks for it. */
function loadedWith(entries: readonly string[]): Map<string, string> {
  const asked = new Map(entries.map((entry) => [entry, 'the page']));
  for (const file of asked.keys()) {
    if (!existsSync(file) || file.startsWith('package ')) continue;
    for (const [, names = '', source = ''] of readFileSync(file, 'utf8').matchAll(importLine)) {
      if (typesOnly(names)) continue;
      const target = source.startsWith('@/') ? fileOf(source.slice(2)) : `package ${source}`;
      if (target !== null && !asked.has(target)) asked.set(target, file);
    }
  }
  return asked;
}

const later = /^package (cmdk|zod|monaco-editor|@kusto\/.*)$|^components\/ui\/(menu|dialog|popover-panel)\.tsx$/u;

test.each(['incidents', 'alerts'])('/%s shows its rows before menus, dialogs and the palette are loaded', (queue) => {
  const loaded = loadedWith(['app/layout.tsx', `app/${queue}/page.tsx`]);
  // Else the walk has lost its way.
  for (const certain of ['components/grid/grid.tsx', 'package @tanstack/react-query', 'lib/domain/queue/sort-rows.ts'])
    expect(loaded.has(certain)).toBe(true);
  expect([...loaded].filter(([name]) => later.test(name))).toEqual([]);
});
