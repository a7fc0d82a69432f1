/** Where the guided check stands, and what moves it on. Pure, so that every way through it can be tested. */
import type { Incident } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';
import { beginLeg, type CheckLeg, legState, noteShown } from '@/lib/domain/sync/sync-check';

export type CheckEnd =
  | { kind: 'passed' }
  /** Put back before both systems showed the change. */
  | { kind: 'cancelled' }
  /** `isBack`: the incident is as it was, or on its way to it. */
  | { kind: 'failed'; reason: string; isBack: boolean };

export type Check =
  | { step: 'idle' }
  | { step: 'choosing' }
  /** The change is on its way; `acting` while the console itself has not stored it, or its taking back. */
  | { step: 'there'; key: string; there: CheckLeg | null; acting: boolean }
  | { step: 'arrived'; key: string; there: CheckLeg; acting: boolean }
  | { step: 'back'; key: string; there: CheckLeg; back: CheckLeg; cancelled: boolean }
  | { step: 'ended'; key: string; there: CheckLeg | null; back: CheckLeg | null; end: CheckEnd };

export type CheckEvent =
  | { kind: 'begin' }
  | { kind: 'leave' }
  | { kind: 'change'; key: string }
  | { kind: 'changed'; commandId: string; at: string }
  | { kind: 'takeBack' }
  | { kind: 'takenBack'; commandId: string; at: string }
  | { kind: 'fail'; reason: string }
  /** The incident as the systems show it now. */
  | { kind: 'look'; incident: Incident; at: string };

function fail(check: Check, reason: string, isBack: boolean): Check {
  if (check.step === 'idle' || check.step === 'choosing' || check.step === 'ended') return check;
  const back = check.step === 'back' ? check.back : null;
  return { step: 'ended', key: check.key, there: check.there, back, end: { kind: 'failed', reason, isBack } };
}

const overtakenText = (field: string): string =>
  `Somebody else changed the ${field} meanwhile, so nobody can tell which change arrived.`;

function lookThere(check: Extract<Check, { step: 'there' }>, incident: Incident, at: string): Check {
  // While it is being taken back the incident shows the taking back before this page hears of it.
  if (check.there === null || check.acting) return check;
  const there = noteShown(check.there, incident, at);
  const state = legState(there, incident);
  switch (state.kind) {
    case 'watching':
      return there === check.there ? check : { ...check, there };
    case 'arrived':
      return { step: 'arrived', key: check.key, there, acting: check.acting };
    case 'refused':
      return fail({ ...check, there }, `The change was refused: ${state.reason}`, true);
    case 'overtaken':
      return fail({ ...check, there }, overtakenText(state.field), false);
  }
}

function lookBack(check: Extract<Check, { step: 'back' }>, incident: Incident, at: string): Check {
  const back = noteShown(check.back, incident, at);
  const state = legState(back, incident);
  switch (state.kind) {
    case 'watching':
      return back === check.back ? check : { ...check, back };
    case 'arrived': {
      const end: CheckEnd = check.cancelled ? { kind: 'cancelled' } : { kind: 'passed' };
      return { step: 'ended', key: check.key, there: check.there, back, end };
    }
    case 'refused':
      return fail({ ...check, back }, `Putting it back was refused: ${state.reason}`, false);
    case 'overtaken':
      return fail({ ...check, back }, overtakenText(state.field), true);
  }
}

export function nextCheck(check: Check, event: CheckEvent): Check {
  switch (event.kind) {
    case 'begin':
      return { step: 'choosing' };
    case 'leave':
      return check.step === 'choosing' || check.step === 'ended' ? { step: 'idle' } : check;
    case 'change':
      return { step: 'there', key: event.key, there: null, acting: true };
    case 'changed':
      return check.step === 'there' ? { ...check, there: beginLeg(event.commandId, event.at), acting: false } : check;
    case 'takeBack':
      return check.step === 'there' || check.step === 'arrived' ? { ...check, acting: true } : check;
    case 'takenBack': {
      if ((check.step !== 'there' && check.step !== 'arrived') || check.there === null) return check;
      const back = beginLeg(event.commandId, event.at);
      return { step: 'back', key: check.key, there: check.there, back, cancelled: check.step === 'there' };
    }
    case 'fail':
      return fail(check, event.reason, check.step === 'there' && check.there === null);
    case 'look':
      if (check.step === 'there') return lookThere(check, event.incident, event.at);
      return check.step === 'back' ? lookBack(check, event.incident, event.at) : check;
  }
}

/** The way that is being watched. */
export function watched(check: Check): CheckLeg | null {
  if (check.step === 'there') return check.there;
  return check.step === 'back' ? check.back : null;
}

/** Where it is put back: in Sentinel once both show the change, so that each way is gone once; else where it was changed. */
export function backThrough(check: Check): System | null {
  return check.step === 'arrived' ? 'sentinel' : null;
}

/** The change that is out and has not been taken back; null when there is nothing to put back. */
export function outstanding(check: Check): CheckLeg | null {
  return check.step === 'there' || check.step === 'arrived' ? check.there : null;
}
