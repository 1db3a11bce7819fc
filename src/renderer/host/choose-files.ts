/** Lets the person choose files with the browser's own control; undefined when nothing was chosen. */
export function chooseFiles(what: 'one' | 'several' | 'folder', accept = ''): Promise<readonly File[] | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = what !== 'one';
    input.webkitdirectory = what === 'folder';
    const finish = (): void => {
      const files = [...(input.files ?? [])];
      resolve(files.length === 0 ? undefined : files);
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    input.click();
  });
}

/** Hands content to the browser as a download. */
export function downloadFile(name: string, content: string | Uint8Array): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([part]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own hold of the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
