/** The laws of the house that no linter knows, each with its reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const self = 'e2e/contract/safety.test.ts';
const codeFolders = ['app', 'components', 'lib', 'mocks', 'e2e', 'bench', 'docs'];

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

const isCode = (path: string) => ['.ts', '.tsx', '.mjs', '.cjs'].includes(extname(path));
const code = codeFolders.flatMap(filesBelow).filter(isCode);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** `path: what` for every match, so that a failure names the place. */
function sightings(paths: string[], pattern: RegExp, isFine: (match: string) => boolean = () => false): string[] {
  return paths.flatMap((path) =>
    [...read(path).matchAll(pattern)]
      .map((match) => match[1] ?? match[0])
      .filter((match) => !isFine(match))
      .map((match) => `${path}: ${match}`),
  );
}

test('these tests see the code at all', () => {
  expect(code.length).toBeGreaterThan(100);
  expect(code).toContain('lib/api/api.ts');
});

/** The nouns of a room by their path below it: files that declare what the room is made of. */
function nounsOf(room: string, declares: RegExp): string[] {
  return filesBelow(room)
    .filter((path) => isCode(path) && declares.test(read(path)))
    .map((path) => path.slice(room.length + 1));
}

test('mirror rule: what the client asks, the tenant answers and the wire describes, under the same name', () => {
  // The tenant answers more than the product asks so far; all of it is described. Its control host is its own.
  const answered = nounsOf('mocks/handlers', /: HandlerGroup = /).filter((noun) => !noun.startsWith('control/'));
  const asked = filesBelow('lib/api')
    .map((path) => path.slice('lib/api/'.length))
    .filter((noun) => existsSync(join(root, 'lib/wire', noun)));
  const undescribed = answered.filter((noun) => !existsSync(join(root, 'lib/wire', noun)));
  const unanswered = asked.filter((noun) => !existsSync(join(root, 'mocks/handlers', noun)));
  expect({ undescribed, unanswered }).toEqual({ undescribed: [], unanswered: [] });
  expect(answered).toContain('graph-security/incident.ts');
  expect(asked).toContain('graph-security/incident.ts');
});

test('no GUID in the mock could be somebody’s: made-up ones are made of zeros in the middle', () => {
  const guid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
  const madeUp = /^[0-9a-f]{8}-0000-[04]000-[08c]000-[0-9a-f]{12}$/i;
  expect(sightings(filesBelow('mocks'), guid, (match) => madeUp.test(match))).toEqual([]);
});

test('no domain in the mock could be somebody’s: Contoso, Microsoft’s documented hosts, or a reserved ending', () => {
  const topLevel =
    'com|net|org|io|ms|biz|info|ru|cn|ir|kp|xyz|top|club|online|site|shop|live|co|us|uk|de|fr|nl|eu|app|dev|cloud';
  const domain = new RegExp(`\\b((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${topLevel}))\\b(?![.(\\w-])`, 'gi');
  const fine = [
    'contoso.com',
    'contoso.onmicrosoft.com',
    'contoso.sharepoint.com',
    'microsoft.com',
    'microsoftonline.com',
    'azure.com',
    'azure.net',
    'windows.net',
    'loganalytics.io',
    'office.com',
    'office365.com',
    'sharepoint.com',
    'securitycenter.microsoft.com',
    'windowsupdate.com',
    'aka.ms',
  ];
  const isFine = (match: string) =>
    fine.some((host) => match.toLowerCase() === host || match.toLowerCase().endsWith(`.${host}`));
  const texts = filesBelow('mocks').filter((path) => !path.endsWith('.test.ts'));
  const literals = texts.flatMap((path) =>
    [...read(path).matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)]
      // What stands in `${…}` is code: `a.net` there is a property.
      .flatMap(([literal]) => [...literal.replaceAll(/\$\{[^}]*\}/g, '').matchAll(domain)])
      .map((match) => match[1] ?? '')
      .filter((match) => !isFine(match))
      .map((match) => `${path}: ${match}`),
  );
  expect(literals).toEqual([]);
});

test('no address in the mock could be somebody’s: private, for documentation, or the story’s own 185.0.0.0/24', () => {
  // A product version after a slash (`Chrome/131.0.0.0`) looks like an address and is none.
  const address = /(?<!\w\/)(?<![\d.])((?:\d{1,3}\.){3}\d{1,3})(?![\d.])/g;
  const fine =
    /^(10|127|192\.168|172\.(1[6-9]|2\d|3[01])|192\.0\.2|198\.51\.100|203\.0\.113|185\.0\.0|169\.254|0\.0\.0|255\.255)\./;
  const telling = filesBelow('mocks').filter((path) => !path.startsWith('mocks/kql/'));
  expect(sightings(telling, address, (match) => fine.test(match))).toEqual([]);
});

test('no file is longer than 400 lines, except tables of data', () => {
  const holdsData = /^(lib\/kql\/catalogue|mocks\/company|mocks\/scenarios)\/|\/goldens\//;
  const long = code
    .filter((path) => !holdsData.test(path))
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400);
  expect(long).toEqual([]);
});

test('no barrels: they hide cycles and drag server code into the browser', () => {
  expect(code.filter((path) => /^index\.[a-z]+$/.test(basename(path)))).toEqual([]);
  // Types may be named where their users look for them; values come from where they live.
  expect(sightings(code, /^export (?:\*|\{[^}]*\}) .*from .*$/gm)).toEqual([]);
});

test('folders are named by what they are about, not by the kind of code in them', () => {
  const vague = /(^|\/)(src|utils?|types|hooks|constants|services|helpers|common|shared)\//;
  expect(code.filter((path) => vague.test(path))).toEqual([]);
});

test('no escape hatches and no promises to do it later', () => {
  const hatches = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore|eslint-disable|\bTODO\b|\bFIXME\b/g;
  expect(
    sightings(
      code.filter((path) => path !== self),
      hatches,
    ),
  ).toEqual([]);
});

test('no path of one machine: the repository works wherever it is cloned', () => {
  const machine = /(?:['"`\s(])(\/(?:work|home|root|Users)\/[\w./-]+)/g;
  expect(
    sightings(
      code.filter((path) => path !== self && !path.startsWith('mocks/')),
      machine,
    ),
  ).toEqual([]);
});

test('zod stays on the server: the browser’s rooms neither import it nor any code of the wire', () => {
  const browser = code.filter(
    (path) => /^(components|lib\/(domain|queries|routes))\//.test(path) && !/\.test\.tsx?$/.test(path),
  );
  expect(sightings(browser, /^import (?!type ).*from '(zod|@\/lib\/wire\/[^']*)'/gm)).toEqual([]);
});
