/** The id in the address: a number, a GUID or a whole portal URL that somebody pasted, percent-encoded as addresses are. */

/** A lone `%` is no escape: then the text is taken as it stands, and looked for, and honestly not found. */
export function idText(segment: string): string {
  try {
    return decodeURIComponent(segment).trim();
  } catch (error) {
    if (error instanceof URIError) return segment.trim();
    throw error;
  }
}
