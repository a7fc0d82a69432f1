/** A bound on what one call may compute: JavaScript inside the database cannot be interrupted. */
import { notSupportedCode } from '../../../refusal';
import { QueryFault } from '../query-fault';

/** About a second. */
const mostSteps = 200_000_000;

/** Refuses a call whose inner loop would run more often. */
export function boundWork(name: string, steps: number): void {
  if (steps > mostSteps)
    throw new QueryFault(notSupportedCode, `${name}() of series this long is not supported by this engine.`);
}
