/** parse_user_agent, by the expressions of the uap-core project, as Kusto does it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { textOf } from './text';

const require = createRequire(import.meta.url);

type Source = Readonly<Record<string, string>> & { readonly regex: string };
type Rule = { readonly pattern: RegExp; readonly source: Source };
type Rules = {
  readonly browsers: readonly Rule[];
  readonly systems: readonly Rule[];
  readonly devices: readonly Rule[];
};

let loaded: Rules | undefined;

/** Read when first asked for: a thousand expressions. */
function rules(): Rules {
  if (loaded) return loaded;
  const path = require.resolve('uap-core/regexes.yaml');
  const lists = parse(readFileSync(path, 'utf8')) as Readonly<Record<string, readonly Source[]>>;
  const compiled = (name: string): Rule[] =>
    (lists[name] ?? []).map((source) => ({ source, pattern: new RegExp(source.regex, source.regex_flag) }));
  loaded = {
    browsers: compiled('user_agent_parsers'),
    systems: compiled('os_parsers'),
    devices: compiled('device_parsers'),
  };
  return loaded;
}

type Found = { readonly source: Source; readonly match: RegExpExecArray };

function first(list: readonly Rule[], agent: string): Found | undefined {
  for (const { pattern, source } of list) {
    const match = pattern.exec(agent);
    if (match) return { source, match };
  }
  return undefined;
}

/** The replacement with its `$1`…, or else the group of this number; '' when there is neither. */
function part(found: Found | undefined, replacement: string, group: number): string {
  if (!found) return '';
  const template = found.source[replacement];
  if (template === undefined) return (found.match[group] ?? '').trim();
  return template.replace(/\$(\d)/g, (_, index: string) => found.match[Number(index)] ?? '').trim();
}

function browser(agent: string): unknown {
  const found = first(rules().browsers, agent);
  return {
    Family: part(found, 'family_replacement', 1) || 'Other',
    MajorVersion: part(found, 'v1_replacement', 2),
    MinorVersion: part(found, 'v2_replacement', 3),
    Patch: part(found, 'v3_replacement', 4),
  };
}

function operatingSystem(agent: string): unknown {
  const found = first(rules().systems, agent);
  return {
    Family: part(found, 'os_replacement', 1) || 'Other',
    MajorVersion: part(found, 'os_v1_replacement', 2),
    MinorVersion: part(found, 'os_v2_replacement', 3),
    Patch: part(found, 'os_v3_replacement', 4),
    PatchMinor: part(found, 'os_v4_replacement', 5),
  };
}

function device(agent: string): unknown {
  const found = first(rules().devices, agent);
  return {
    Family: part(found, 'device_replacement', 1) || 'Other',
    Brand: part(found, 'brand_replacement', 99),
    Model: part(found, 'model_replacement', 1),
  };
}

const sections: Readonly<Record<string, { readonly name: string; readonly read: (agent: string) => unknown }>> = {
  browser: { name: 'Browser', read: browser },
  os: { name: 'OperatingSystem', read: operatingSystem },
  device: { name: 'Device', read: device },
};

const known = new Map<string, unknown>();
/** No browser's own text is longer; an attacker's could make the expressions slow. */
const longest = 2_000;

/** `wanted` is one of browser, os, device, or an array of them. */
export function parseUserAgent(text: string, wanted: unknown): unknown {
  const agent = text.slice(0, longest);
  const names = [wanted ?? ['browser', 'os', 'device']].flat().map((name) => textOf(name).toLowerCase());
  const key = `${names.join()} ${agent}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = Object.fromEntries(
    Object.entries(sections).flatMap(([name, section]) =>
      names.includes(name) ? [[section.name, section.read(agent)]] : [],
    ),
  );
  if (known.size > 2_000) known.clear();
  known.set(key, found);
  return found;
}
