/** Tells how high the page is, now and whenever that changes, in CSS pixels. Returns the function that ends it. */
export function followHeight(page: HTMLElement, tell: (height: number) => void): () => void {
  const observer = new ResizeObserver(() => tell(Math.ceil(page.getBoundingClientRect().height)));
  observer.observe(page);
  return () => observer.disconnect();
}
