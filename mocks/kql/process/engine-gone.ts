/** The engine's process ended while it was asked something. It is started anew for whoever asks next. */
export class EngineGone extends Error {
  constructor() {
    super('The query engine stopped while it was working on this; it is starting again.');
  }
}
