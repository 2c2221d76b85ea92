/** Gives the user a file to keep. */
export function downloadBytes(name: string, bytes: Uint8Array<ArrayBuffer>, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Gives the user a text file to keep. */
export function downloadText(name: string, text: string, mediaType: string): void {
  downloadBytes(name, new TextEncoder().encode(text), mediaType);
}
