import type { DesignerApi } from './contract.ts';

/** The name of each method's channel. A method added to the contract alone does not compile here. */
export const channelOf = {
  check: 'core:check',
  diagnose: 'core:diagnose',
  groupTraffic: 'core:group-traffic',
  exposure: 'core:exposure',
  previewFix: 'core:preview-fix',
  compare: 'core:compare',
  arrange: 'core:arrange',
  readFiles: 'core:read-files',
  mergeImport: 'core:merge-import',
  writeCloudFormation: 'core:write-cloud-formation',
  writeDesign: 'core:write-design',
  drawPicture: 'core:draw-picture',
  embedDesign: 'core:embed-design',
  readSockets: 'core:read-sockets',
  ephemeralMatrix: 'core:ephemeral-matrix',
  readScript: 'core:read-script',
  listRules: 'core:list-rules',
  listSteps: 'core:list-steps',
  listTemplates: 'core:list-templates',
  openTemplate: 'core:open-template',
  describeHost: 'host:describe',
  openFile: 'files:open',
  openRecent: 'files:open-recent',
  chooseImport: 'files:choose-import',
  takeStartFile: 'files:take-start-file',
  save: 'files:save',
  saveAs: 'files:save-as',
  exportFile: 'files:export',
  savePictureBeside: 'files:save-picture-beside',
  printPage: 'window:print-page',
  reveal: 'files:reveal',
  listRecent: 'files:list-recent',
  clearRecent: 'files:clear-recent',
  readDraft: 'drafts:read',
  writeDraft: 'drafts:write',
  discardDraft: 'drafts:discard',
  readSettings: 'settings:read',
  writeSettings: 'settings:write',
  readClipboard: 'clipboard:read',
  writeClipboard: 'clipboard:write',
  showState: 'window:show-state',
  confirmClose: 'window:confirm-close',
  openLink: 'window:open-link',
} as const satisfies Record<keyof DesignerApi, string>;

export type Method = keyof typeof channelOf;

/** Paths of dropped files, told by the preload alone: the page hands over `File` objects and never learns a path. */
export const droppedChannel = 'files:open-dropped';
/** Events from the host. */
export const eventChannel = 'host:event';
