/** parse_xml: elements to bags. Attributes become `@name`, text beside them `#text`, repeated elements an array. */

type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

const token =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    return code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Math.min(code, 0x10ffff));
  });

/** The document as a bag of its root element, or null for text that is no XML. */
export function parseXml(source: string): unknown {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  let read = 0;
  for (const match of source.matchAll(token)) {
    if (match.index !== read) return null;
    read += match[0].length;
    if (!take(match, open)) return null;
  }
  if (read !== source.length || open.length !== 1 || root.children.length !== 1) return null;
  return Object.fromEntries(root.children.map((child) => [child.name, bagOf(child)]));
}

function take(match: RegExpMatchArray, open: Node[]): boolean {
  const [, cdata, closing, opening, attributes = '', selfClosing, text] = match;
  const top = open.at(-1);
  if (!top) return false;
  if (cdata !== undefined) top.text += cdata;
  else if (text !== undefined) top.text += decoded(text);
  else if (closing !== undefined) return open.pop()?.name === closing && open.length > 0;
  else if (opening !== undefined) {
    const pairs = [...attributes.matchAll(attribute)].map((pair) => [pair[1] ?? '', decoded(pair[2] ?? pair[3] ?? '')]);
    const node: Node = { name: opening, attributes: Object.fromEntries(pairs), children: [], text: '' };
    top.children.push(node);
    if (!selfClosing) open.push(node);
  }
  return true;
}

function bagOf(node: Node): unknown {
  const text = node.text.trim();
  const attributes = Object.entries(node.attributes);
  if (attributes.length === 0 && node.children.length === 0) return text === '' ? null : text;
  const bag: Record<string, unknown> = Object.fromEntries(attributes.map(([name, value]) => [`@${name}`, value]));
  if (text !== '') bag['#text'] = text;
  for (const child of node.children) {
    const value = bagOf(child);
    const before = bag[child.name];
    bag[child.name] = child.name in bag ? (Array.isArray(before) ? [...before, value] : [before, value]) : value;
  }
  return bag;
}
