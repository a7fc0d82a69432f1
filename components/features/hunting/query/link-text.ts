/**
 * A query in a URL: as it is while it is short, deflated when it is long, and kept in this browser under a short name
 * when even that would be too long for a server's request line.
 */

/** `query` plain text, `packed` deflated base64url, `kept` a name in this browser's store. At most one is set. */
export type LinkText = { query: string | null; packed: string | null; kept: string | null };

const plainLimit = 1_500;
const packedLimit = 6_000;
const storePrefix = 'onequeue.hunting.text.';
const nothing: LinkText = { query: null, packed: null, kept: null };

export type TextStore = Pick<Storage, 'getItem' | 'setItem'>;

async function through(bytes: Uint8Array<ArrayBuffer>, transform: GenericTransformStream): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/=+$/u, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/gu, '+').replace(/_/gu, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

async function nameOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(digest)).slice(0, 16);
}

export async function packText(text: string, store: TextStore): Promise<LinkText> {
  if (text.length <= plainLimit) return { ...nothing, query: text === '' ? null : text };
  const packed = toBase64Url(await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw')));
  if (packed.length <= packedLimit) return { ...nothing, packed };
  const name = await nameOf(text);
  store.setItem(`${storePrefix}${name}`, text);
  return { ...nothing, kept: name };
}

export type UnpackedText = { text: string | null; notice: string | null };

/** `text` is null when the link names no query, or one that cannot be read (then `notice` says why). */
export async function unpackText({ query, packed, kept }: LinkText, store: TextStore): Promise<UnpackedText> {
  if (query !== null) return { text: query, notice: null };
  if (packed !== null) {
    try {
      const bytes = await through(fromBase64Url(packed), new DecompressionStream('deflate-raw'));
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notice: null };
    } catch {
      return { text: null, notice: 'The query in this link is damaged and could not be read.' };
    }
  }
  if (kept === null) return { text: null, notice: null };
  const found = store.getItem(`${storePrefix}${kept}`);
  return found === null
    ? { text: null, notice: 'This link names a long query that is kept in the browser where it was written.' }
    : { text: found, notice: null };
}
