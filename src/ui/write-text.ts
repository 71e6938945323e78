/**
 * Writes an element's text where it has changed: into the text node that is there, since a new one wakes whoever
 * watches for new elements, the tabs among them, who then ask for styles and layout.
 */
export function writeText(element: Element, text: string): void {
  const node = element.firstChild;
  if (node instanceof Text && node === element.lastChild) {
    if (node.data !== text) node.data = text;
  } else if (element.textContent !== text) element.textContent = text;
}
