/** Where a browser remembers which keys it and the server last agreed on. */
import type { AgreedKeys } from '@/components/shell/settle-keys';

const place = 'onequeue-agreed-keys';

function isAgreed(value: unknown): value is AgreedKeys {
  if (typeof value !== 'object' || value === null) return false;
  const { person, map, updatedAt }: { person?: unknown; map?: unknown; updatedAt?: unknown } = value;
  return (
    typeof person === 'string' &&
    (updatedAt === null || typeof updatedAt === 'string') &&
    typeof map === 'object' &&
    map !== null &&
    Object.values(map).every((keys) => typeof keys === 'string')
  );
}

/** Null when there is nothing that can be read. */
export function readAgreedKeys(): AgreedKeys | null {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(place) ?? 'null');
    return isAgreed(value) ? value : null;
  } catch (error) {
    // Somebody else's text: as if there were none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeAgreedKeys(agreed: AgreedKeys): void {
  window.localStorage.setItem(place, JSON.stringify(agreed));
}
