/**
 * False while React takes over the server's HTML, true ever after. The page's boundary hydrates after the shell's, and by
 * then the shell's queries may have answered: rendering that answer at once would not match what the server sent.
 */
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
