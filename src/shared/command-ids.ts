/**
 * The commands that stand both in the application menu and in the palette: one title and one key for both. The menu only
 * sends the id; what it does is the renderer's. `accelerator` is in Electron's words (`CmdOrCtrl+Shift+S`).
 *
 * The renderer owns the keys: on Windows and Linux the menu shows an accelerator without taking it, and macOS asks the
 * page first. So a text field keeps its own undo, and no command runs twice.
 */
export const commands = {
  'new-design': { title: 'New design', accelerator: 'CmdOrCtrl+N' },
  'open-design': { title: 'Open…', accelerator: 'CmdOrCtrl+O' },
  'show-start': { title: 'Templates and recent files', accelerator: 'CmdOrCtrl+Shift+N' },
  'save-design': { title: 'Save', accelerator: 'CmdOrCtrl+S' },
  'save-design-as': { title: 'Save as…', accelerator: 'CmdOrCtrl+Shift+S' },
  'import-files': { title: 'Import AWS files…', accelerator: 'CmdOrCtrl+I' },
  'import-folder': { title: 'Import AWS folder…', accelerator: 'CmdOrCtrl+Shift+I' },
  'compare-with-file': { title: 'Compare with a file…', accelerator: null },
  'compare-with-saved': { title: 'Compare with the saved version', accelerator: null },
  'export-picture': { title: 'Export picture…', accelerator: 'CmdOrCtrl+E' },
  'copy-picture': { title: 'Copy as picture', accelerator: 'CmdOrCtrl+Shift+C' },
  'reveal-file': { title: 'Show in folder', accelerator: null },
  undo: { title: 'Undo', accelerator: 'CmdOrCtrl+Z' },
  redo: { title: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' },
  cut: { title: 'Cut', accelerator: 'CmdOrCtrl+X' },
  copy: { title: 'Copy', accelerator: 'CmdOrCtrl+C' },
  paste: { title: 'Paste', accelerator: 'CmdOrCtrl+V' },
  duplicate: { title: 'Duplicate', accelerator: 'CmdOrCtrl+D' },
  'duplicate-into-zone': { title: 'Duplicate into another zone', accelerator: 'CmdOrCtrl+Shift+D' },
  'move-to': { title: 'Move to…', accelerator: 'CmdOrCtrl+Shift+M' },
  'delete-selection': { title: 'Delete', accelerator: 'Delete' },
  'select-all': { title: 'Select all', accelerator: 'CmdOrCtrl+A' },
  find: { title: 'Find…', accelerator: 'CmdOrCtrl+F' },
  'open-palette': { title: 'Run a command…', accelerator: 'CmdOrCtrl+K' },
  arrange: { title: 'Arrange', accelerator: 'CmdOrCtrl+Shift+A' },
  collapse: { title: 'Collapse', accelerator: '[' },
  expand: { title: 'Expand', accelerator: ']' },
  'collapse-zones': { title: 'Collapse all zones', accelerator: null },
  'expand-all': { title: 'Expand all', accelerator: null },
  'zoom-in': { title: 'Zoom in', accelerator: 'CmdOrCtrl+Plus' },
  'zoom-out': { title: 'Zoom out', accelerator: 'CmdOrCtrl+-' },
  'zoom-to-fit': { title: 'Zoom to fit', accelerator: 'CmdOrCtrl+1' },
  'zoom-to-selection': { title: 'Zoom to selection', accelerator: 'CmdOrCtrl+2' },
  'zoom-to-actual-size': { title: 'Actual size', accelerator: 'CmdOrCtrl+0' },
  'toggle-left-panel': { title: 'Parts and outline', accelerator: 'CmdOrCtrl+B' },
  'toggle-inspector': { title: 'Inspector', accelerator: 'CmdOrCtrl+Alt+B' },
  'toggle-dock': { title: 'Dock', accelerator: 'CmdOrCtrl+J' },
  'show-diagnose': { title: 'Diagnose', accelerator: 'CmdOrCtrl+Alt+1' },
  'show-problems': { title: 'Problems', accelerator: 'CmdOrCtrl+Alt+2' },
  'show-address-plan': { title: 'Address plan', accelerator: 'CmdOrCtrl+Alt+3' },
  'show-exposure': { title: 'Exposure', accelerator: 'CmdOrCtrl+Alt+4' },
  'show-expectations': { title: 'Expectations', accelerator: null },
  'show-what-if': { title: 'What if…', accelerator: null },
  'use-system-theme': { title: 'System theme', accelerator: null },
  'use-light-theme': { title: 'Light theme', accelerator: null },
  'use-dark-theme': { title: 'Dark theme', accelerator: null },
  'show-keyboard-shortcuts': { title: 'Keyboard shortcuts', accelerator: 'F1' },
  'show-about': { title: 'About Reachable', accelerator: null },
} as const satisfies Record<string, { readonly title: string; readonly accelerator: string | null }>;

export type CommandId = keyof typeof commands;
