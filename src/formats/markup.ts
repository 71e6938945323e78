const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in HTML or XML, between tags or in double quotes. */
export function markup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => NAMED[character]!);
}
