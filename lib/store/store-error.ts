/** The database could not be opened. Its message is for the person who starts the console. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
