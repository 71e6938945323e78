/** A piece of Python: a word, or something in brackets that may be spread over lines. */
export type Code = string | { readonly head: string; readonly items: readonly Code[]; readonly tail: string };

/** As long as a line may get before what is in its brackets stands below one another; as the Black formatter. */
const WIDTH = 88;

function flat(code: Code): string {
  return typeof code === 'string' ? code : `${code.head}${code.items.map(flat).join(', ')}${code.tail}`;
}

/** The code on one line where that is short enough, else with its items on lines of their own. */
export function linesOf(code: Code, indent = '', end = ''): string[] {
  const line = `${indent}${flat(code)}${end}`;
  if (typeof code === 'string' || code.items.length === 0 || line.length <= WIDTH) return [line];
  const inside = code.items.flatMap((item) => linesOf(item, `${indent}    `, ','));
  return [`${indent}${code.head}`, ...inside, `${indent}${code.tail}${end}`];
}

/** The code with `text` in front of it. */
export function prefixed(text: string, code: Code): Code {
  return typeof code === 'string' ? `${text}${code}` : { ...code, head: `${text}${code.head}` };
}

export function call(name: string, items: readonly Code[], tail = ')'): Code {
  return { head: `${name}(`, items, tail };
}
