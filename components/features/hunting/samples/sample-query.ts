/** A query that ships with the product. `note` says honestly what is off about it, null when nothing is. */
export type SampleQuery = { id: string; title: string; about: string; note: string | null; text: string };
