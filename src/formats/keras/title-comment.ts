/** The title as a comment: on one line, whatever it holds. */
export function titleComment(title: string): string {
  return `# ${title.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()}`.trim();
}
