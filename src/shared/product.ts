/** What the product is called and what its files are called, for titles, dialogs and file filters. */
export const product = {
  name: 'Reachable',
  identifier: 'app.reachable.designer',
  designExtension: '.vpc.json',
  pictureExtension: '.vpc.png',
  untitledName: 'untitled',
} as const;
