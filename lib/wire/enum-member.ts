/**
 * Enum members as they arrive. Graph's documentation mixes `TruePositive` with `truePositive`, so case is forgiven and
 * the spelling of the schema is what comes out.
 */
import { z } from 'zod';

type Members = readonly [string, ...string[]];

function byLowerCase<M extends Members>(members: M): Map<string, M[number]> {
  return new Map(members.map((member) => [member.toLowerCase(), member]));
}

/**
 * A Graph enum. Evolvable enums answer a member this code has never heard of as `unknownFutureValue`, exactly as
 * Graph itself answers clients that didn't ask for the newer ones.
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
export function evolvableEnum<const M extends readonly [string, ...string[]]>(
  members: 'unknownFutureValue' extends M[number] ? M : never,
) {
  const known = byLowerCase<M>(members);
  return z.string().transform((text): M[number] => known.get(text.toLowerCase()) ?? 'unknownFutureValue');
}

/** An enum that isn't declared evolvable: a stranger doesn't parse, and the refusal names it. */
export function closedEnum<const M extends readonly [string, ...string[]]>(members: M) {
  const known = byLowerCase(members);
  return z.string().transform((text, context): M[number] => {
    const member = known.get(text.toLowerCase());
    if (member !== undefined) return member;
    context.addIssue({ code: 'custom', message: `expected one of ${members.join(', ')}` });
    return z.NEVER;
  });
}
