/**
 * Messages over a pipe between two processes: a length, a number that says whose answer it is, and either a value (as
 * V8 serialises it) or bytes as they are. Node's own channel takes five times as long for a result of some megabytes.
 */
import type { Duplex } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

export type Frame =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array };

export type Frames = {
  sendValue(id: number, value: unknown): void;
  sendBytes(id: number, bytes: Uint8Array): void;
};

const headBytes = 9;
const kinds = ['value', 'bytes'] as const;

export function createFrames(pipe: Duplex, receive: (frame: Frame) => void): Frames {
  let parts: Buffer[] = [];
  let have = 0;
  let need = headBytes;

  /** The first `size` bytes that have arrived; the rest waits. */
  function taken(size: number): Buffer {
    const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    parts = size < all.length ? [all.subarray(size)] : [];
    have = all.length - size;
    return all.subarray(0, size);
  }

  pipe.on('data', (chunk: Buffer) => {
    parts.push(chunk);
    have += chunk.length;
    while (have >= need) {
      const start = taken(need);
      const size = start.readUInt32LE(0);
      if (need === headBytes && size > 0) {
        parts.unshift(start);
        have += start.length;
        need = headBytes + size;
        continue;
      }
      need = headBytes;
      const id = start.readUInt32LE(5);
      const body = start.subarray(headBytes);
      if (kinds[start.readUInt8(4)] === 'bytes') receive({ kind: 'bytes', id, bytes: body });
      else receive({ kind: 'value', id, value: deserialize(body) });
    }
  });

  const send = (kind: Frame['kind'], id: number, body: Uint8Array): void => {
    const head = Buffer.alloc(headBytes);
    head.writeUInt32LE(body.length, 0);
    head.writeUInt8(kinds.indexOf(kind), 4);
    head.writeUInt32LE(id, 5);
    pipe.write(head);
    if (body.length > 0) pipe.write(body);
  };

  return {
    sendValue: (id, value) => send('value', id, serialize(value)),
    sendBytes: (id, bytes) => send('bytes', id, bytes),
  };
}
