/** An address or anchor with its `%20` and the like read; unchanged where they are no writing of UTF-8. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address; // A lone "%" is a character like any other.
    throw error;
  }
}
