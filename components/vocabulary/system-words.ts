/** The two systems that keep incidents. */
import type { System } from '@/lib/domain/source/source';

export const systemWords = { defender: 'Defender', sentinel: 'Sentinel' } as const satisfies Record<System, string>;
