const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPES = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

/** What the backslashes of a Python string stand for. */
export function unescaped(text: string): string {
  return text.replace(ESCAPES, (whole, two, four, eight, octal, simple: string | undefined) => {
    if (simple !== undefined) return SIMPLE[simple] ?? whole;
    const code = octal === undefined ? Number.parseInt(two ?? four ?? eight, 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A string literal's letters in front, and where its text begins and ends. */
export function literalParts(literal: string): { prefix: string; start: number; end: number } {
  const prefix = /^[a-zA-Z]*/.exec(literal)![0].toLowerCase();
  const quotes = literal.startsWith('"""', prefix.length) || literal.startsWith("'''", prefix.length) ? 3 : 1;
  return {
    prefix,
    start: prefix.length + quotes,
    end: Math.max(literal.length - quotes, prefix.length + quotes),
  };
}
