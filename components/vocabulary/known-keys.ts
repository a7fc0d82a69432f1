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
      { keys: 'g h', does: 'Go to hunting' },
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
      { keys: 'y', does: 'Copy row or cell' },
      { keys: '/', does: 'Filter by text' },
    ],
  },
  {
    title: 'Triage',
    acts: [
      { keys: 'e', does: 'Resolve' },
      { keys: 'a', does: 'Assign to me' },
      { keys: 'A', does: 'Assign to …' },
      { keys: 's', does: 'Change status' },
      { keys: 'v', does: 'Change severity; on an incident its verdict' },
      { keys: 'u', does: 'Undo my last change' },
      { keys: 'r', does: 'Show what is new' },
    ],
  },
  {
    title: 'Incident',
    acts: [
      { keys: 't', does: 'Tags' },
      { keys: 'c', does: 'Comment' },
      { keys: '1', does: 'Attack story' },
      { keys: '2', does: 'Alerts' },
      { keys: '3', does: 'Entities' },
      { keys: '4', does: 'Comments' },
      { keys: '[', does: 'Previous incident' },
      { keys: ']', does: 'Next incident' },
    ],
  },
];
