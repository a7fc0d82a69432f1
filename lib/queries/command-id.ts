/** A GUID for a command, made where the analyst acts, so that a request repeated by the browser is still one command. */

const own = new Set<string>();

/** A command of this tab, of whatever making: what it changes is no news to whoever sits here. */
export function noteOwn(id: string): void {
  own.add(id);
}

/** Whether a command of this id was made, or answered, in this tab. */
export function isOwn(id: string): boolean {
  return own.has(id);
}

/** `crypto.randomUUID` exists only on https and localhost; the console may also be reached over plain http. */
export function commandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    // Version 4, variant 10 (RFC 9562).
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  });
  const text = hex.join('');
  const id = `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
  noteOwn(id);
  return id;
}
