/** A named location as Conditional Access keeps it: Graph's own shape. */
import type { GraphNamedLocation } from '@/lib/wire/graph-directory/named-location';

export type NamedLocationRecord = { readonly id: string; location: GraphNamedLocation };
