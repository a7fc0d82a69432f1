/**
 * Every key that the console's pages know, by page, for the settings page: a page that is not open cannot tell.
 * The pages' tests compare this with what they really add, so that the two cannot part.
 */

export type KnownKeys = { title: string; acts: readonly { keys: string; does: string }[] };

export const knownKeys: readonly KnownKeys[] = [
  {
    title: 'Everywhere',
    acts: [
      { keys: 'g i', does: 'Go to incidents' },
      { keys: 'g a', does: 'Go to alerts' },
      { keys: 'g h', does: 'Go to hunting' },
      { keys: 'g r', does: 'Go to rules' },
      { keys: 'g t', does: 'Go to trace' },
      { keys: 'g o', does: 'Go to hand-over' },
      { keys: 'g s', does: 'Go to settings' },
      { keys: '?', does: 'Keyboard shortcuts' },
    ],
  },
  {
    title: 'Rows',
    acts: [
      { keys: 'j', does: 'Next row' },
      { keys: 'k', does: 'Previous row' },
      { keys: 'o', does: 'Open' },
      { keys: 'x', does: 'Select' },
      { keys: 'X', does: 'Select all that match the filter, or none' },
      { keys: 'l', does: 'Show what is beneath' },
      { keys: 'h', does: 'Hide what is beneath' },
      { keys: 'y', does: 'Copy row or cell' },
      { keys: '/', does: 'Filter by text' },
      { keys: 'f', does: 'Only the value under the cursor' },
      { keys: 'F', does: 'Without the value under the cursor' },
      { keys: '.', does: 'What can be done with the value under the cursor' },
      { keys: 'r', does: 'Show what is new' },
    ],
  },
  {
    title: 'Triage',
    acts: [
      { keys: 'e', does: 'Resolve …' },
      { keys: 'e t', does: 'Resolve as true positive, go to the next' },
      { keys: 'e b', does: 'Resolve as benign positive, go to the next' },
      { keys: 'e f', does: 'Resolve as false positive, go to the next' },
      { keys: 'e u', does: 'Resolve as undetermined, go to the next' },
      { keys: 'a', does: 'Assign to me' },
      { keys: 'A', does: 'Assign to …' },
      { keys: 's', does: 'Change status; of a rule, switch it on or off' },
      { keys: 'v', does: 'Change severity; on an incident’s page its verdict' },
      { keys: 'v h', does: 'Severity: High' },
      { keys: 'v m', does: 'Severity: Medium' },
      { keys: 'v l', does: 'Severity: Low' },
      { keys: 'v i', does: 'Severity: Informational' },
      { keys: 't', does: 'Tag …' },
      { keys: 'c', does: 'Comment …' },
      { keys: 'm', does: 'Merge …' },
      { keys: 'u', does: 'Undo my last change' },
    ],
  },
  {
    title: 'Side pane',
    acts: [
      { keys: 'p', does: 'Show or hide the side pane' },
      { keys: 'J', does: 'Next incident, staying in the pane' },
      { keys: 'K', does: 'Previous incident, staying in the pane' },
      { keys: 'Y', does: 'Copy link' },
    ],
  },
  {
    title: 'Alerts',
    acts: [
      { keys: 'i', does: 'Open its incident' },
      { keys: 'I', does: 'Show all alerts of its incident' },
    ],
  },
  { title: 'Rules', acts: [{ keys: 'n', does: 'New rule' }] },
  {
    title: 'Incident',
    acts: [
      { keys: '1', does: 'Attack story' },
      { keys: '2', does: 'Alerts' },
      { keys: '3', does: 'Entities' },
      { keys: '4', does: 'Comments' },
      { keys: '5', does: 'Investigations' },
      { keys: '6', does: 'Activity' },
      { keys: '7', does: 'Tasks' },
      { keys: '[', does: 'Previous incident' },
      { keys: ']', does: 'Next incident' },
    ],
  },
];
