/** Whole-number arithmetic has left 64 bits: the query runs again, printed to wrap around. */
export const isOverflow = (cause: unknown): boolean => cause instanceof Error && /^Out of Range/i.test(cause.message);
