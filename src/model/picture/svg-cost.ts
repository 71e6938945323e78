const NAME = /^<(\/?)([A-Za-z][\w:.-]*)/;
const ID = /\sid\s*=\s*["']([^"']+)["']/;
/** What an element draws once more: `<use href="#a">`, `fill="url(#a)"`. */
const REFERENCE = /href\s*=\s*["']\s*#([^"']+)["']|url\(\s*["']?#([^)"'\s]+)/g;

/** Deeper than any drawing program nests. */
const DEPTH = 256;

/** The tags of an SVG one after another, in one pass: a `>` within quotes ends none. */
function* tagsOf(text: string): Generator<string> {
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start)) {
    let end = start + 1;
    for (let quote = ''; end < text.length && (quote !== '' || text[end] !== '>'); end++) {
      const letter = text[end]!;
      if (quote === letter) quote = '';
      else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    }
    yield text.slice(start, end + 1);
    start = end;
  }
}

interface Element {
  /** Elements within it, itself included. */
  own: number;
  readonly references: string[];
}

/**
 * How many elements an SVG draws at most, with everything that it refers to counted as often as it is drawn: a few lines
 * of nested references can stand for billions. Infinity for what cannot be told: entities, which do the same to text,
 * circles of references, and pictures inside, which can be of any size.
 */
export function svgCost(text: string): number {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[|<image\b|<feImage\b|<foreignObject\b/i.test(text))
    return Number.POSITIVE_INFINITY;
  const byId = new Map<string, Element>();
  const whole: Element = { own: 0, references: [] };
  const open: { readonly name: string; readonly element: Element | undefined }[] = [];
  for (const tag of tagsOf(text)) {
    const [, closes, name] = NAME.exec(tag) ?? [];
    if (name === undefined) continue;
    if (closes) {
      while (open.length > 0 && open.pop()!.name !== name);
      continue;
    }
    if (open.length > DEPTH) return Number.POSITIVE_INFINITY;
    const id = ID.exec(tag)?.[1];
    const element = id === undefined ? undefined : { own: 0, references: [] };
    if (element) byId.set(id!, element);
    const around = [whole, ...open.flatMap((outer) => outer.element ?? []), ...(element ? [element] : [])];
    const references = [...tag.matchAll(REFERENCE)].map((found) => (found[1] ?? found[2])!);
    for (const outer of around) {
      outer.own++;
      outer.references.push(...references);
    }
    if (!tag.endsWith('/>')) open.push({ name, element });
  }
  const costs = new Map<Element, number>();
  const costOf = (element: Element): number => {
    const known = costs.get(element);
    if (known !== undefined) return known;
    // Met again while it is being counted: a circle.
    costs.set(element, Number.POSITIVE_INFINITY);
    let cost = element.own;
    for (const id of element.references) {
      const target = byId.get(id);
      if (target) cost += costOf(target);
    }
    costs.set(element, cost);
    return cost;
  };
  return costOf(whole);
}
