/** A piece of a line of Python; `plain` where nothing is to be told apart. */
export interface Token {
  readonly type: 'comment' | 'string' | 'number' | 'keyword' | 'plain';
  readonly text: string;
  /** Where in the line it begins. */
  readonly start: number;
}

const PIECES =
  /(?<comment>#.*)|(?<string>"(?:[^"\\]|\\.)*")|(?<keyword>\b(?:import|from|None|True|False)\b)|(?<number>(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?)/gu;

/** A line as it is written by `pythonLines`, in pieces that add up to it. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(PIECES)) {
    if (match.index > end) tokens.push({ type: 'plain', text: line.slice(end, match.index), start: end });
    const [type] = Object.entries(match.groups!).find(([, text]) => text !== undefined)!;
    tokens.push({ type: type as Token['type'], text: match[0], start: match.index });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ type: 'plain', text: line.slice(end), start: end });
  return tokens;
}
