/** Property bags over JSON values. */

import { textOf } from './text';
import { isBag } from './values';

type Bag = Record<string, unknown>;

export function pack(...pairs: unknown[]): Bag {
  const bag: Bag = {};
  for (let at = 0; at + 1 < pairs.length; at += 2) bag[textOf(pairs[at])] = pairs[at + 1] ?? null;
  return bag;
}

export const packNonEmpty = (...pairs: unknown[]): Bag =>
  Object.fromEntries(Object.entries(pack(...pairs)).filter(([, value]) => value !== null && value !== ''));

export const keys = (bag: unknown): string[] | null => (isBag(bag) ? Object.keys(bag) : null);

/** The key may be a path: `$.a.b[0]`, `$['a']`. */
export function hasKey(bag: unknown, key: string): boolean | null {
  if (bag === null) return null;
  if (!key.startsWith('$')) return isBag(bag) && key in bag;
  return valueAt(bag, pathOf(key)) !== undefined;
}

export function pathOf(path: string): string[] {
  return [...path.matchAll(/\.?([^.[\]$'"]+)|\[\s*['"]?([^'"\]]+)['"]?\s*\]/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step) < 0 ? current.length + Number(step) : Number(step)];
    else if (isBag(current)) current = current[step];
    else return undefined;
  }
  return current;
}

/** The first bag that has a key decides its value. */
export function merge(...bags: unknown[]): Bag | null {
  const found = bags.filter(isBag);
  if (found.length === 0) return null;
  const merged: Bag = {};
  for (const bag of found) for (const [key, value] of Object.entries(bag)) if (!(key in merged)) merged[key] = value;
  return merged;
}

export const mergeList = (bags: unknown): Bag => (Array.isArray(bags) ? merge(...bags) : null) ?? {};

export function removeKeys(bag: unknown, paths: unknown): unknown {
  if (!isBag(bag) || !Array.isArray(paths)) return bag;
  const copy: unknown = structuredClone(bag);
  for (const path of paths.map(String)) {
    const steps = path.startsWith('$') ? pathOf(path) : [path];
    const owner = valueAt(copy, steps.slice(0, -1));
    const last = steps.at(-1);
    if (isBag(owner) && last !== undefined) delete owner[last];
  }
  return copy;
}

export function setKey(bag: unknown, key: string, value: unknown): unknown {
  if (!isBag(bag)) return null;
  const copy = structuredClone(bag);
  const steps = key.startsWith('$') ? pathOf(key) : [key];
  let owner: Bag = copy;
  for (const step of steps.slice(0, -1)) {
    const next = owner[step];
    const below: Bag = isBag(next) ? next : {};
    owner[step] = below;
    owner = below;
  }
  const last = steps.at(-1);
  if (last !== undefined) owner[last] = value;
  return copy;
}

/** Names that are no text are left out; names without a value get null. */
export function zip(names: unknown, given: unknown): Bag | null {
  if (!Array.isArray(names)) return null;
  const values: unknown[] = Array.isArray(given) ? given : [];
  return Object.fromEntries(
    names.flatMap((name, index) => (typeof name === 'string' ? [[name, values[index] ?? null] as const] : [])),
  );
}

/** Every path once; an array's members share the path of its first. */
export function treePath(value: unknown): string[] | null {
  if (!isBag(value) && !Array.isArray(value)) return null;
  const paths = new Set<string>();
  const visit = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      paths.add(`${path}[0]`);
      for (const member of node) visit(member, `${path}[0]`);
    } else if (isBag(node)) {
      for (const [name, member] of Object.entries(node)) {
        const below = `${path}['${name}']`;
        paths.add(below);
        visit(member, below);
      }
    }
  };
  visit(value, '');
  return [...paths];
}

export function extractJson(path: string, text: string): unknown {
  const parsed = safeParse(text);
  const found = parsed === undefined ? undefined : valueAt(parsed, pathOf(path));
  return found === undefined || found === null ? null : textOf(found);
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that is no JSON has no value at any path.
    return undefined;
  }
}
