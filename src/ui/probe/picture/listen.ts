/** Text is being typed there: a paste is meant for it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=range], [type=radio]), textarea, [contenteditable]') !== null
  );
}

function fileOf(data: DataTransfer | null): File | undefined {
  const files = [...(data?.files ?? [])];
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0];
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true && !event.defaultPrevented;
}

/** Files that are dropped or pasted anywhere on the page, unless another part takes them. Returns the function that takes it off. */
export function listenForPictures(given: (file: File) => void): () => void {
  const over = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  };
  const dropped = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const file = fileOf(event.dataTransfer);
    if (file) given(file);
  };
  const pasted = (event: ClipboardEvent) => {
    const file = fileOf(event.clipboardData);
    if (!file || event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    given(file);
  };
  document.addEventListener('dragover', over);
  document.addEventListener('drop', dropped);
  document.addEventListener('paste', pasted);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('drop', dropped);
    document.removeEventListener('paste', pasted);
  };
}
