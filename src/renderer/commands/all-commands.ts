import type { Command } from './command.ts';
import { alignBottomCommand } from './align-bottom.ts';
import { alignCenterCommand } from './align-center.ts';
import { alignLeftCommand } from './align-left.ts';
import { alignMiddleCommand } from './align-middle.ts';
import { alignRightCommand } from './align-right.ts';
import { alignTopCommand } from './align-top.ts';
import { arrangeCommand } from './arrange.ts';
import { collapseCommand } from './collapse.ts';
import { collapseZonesCommand } from './collapse-zones.ts';
import { expandAllCommand } from './expand-all.ts';
import { expandCommand } from './expand.ts';
import { askFromHereCommand } from './ask-from-here.ts';
import { askToHereCommand } from './ask-to-here.ts';
import { clearQuestionCommand } from './clear-question.ts';
import { compareWithFileCommand } from './compare-with-file.ts';
import { compareWithSavedCommand } from './compare-with-saved.ts';
import { copyCommand } from './copy.ts';
import { copyPictureCommand } from './copy-picture.ts';
import { cutCommand } from './cut.ts';
import { deleteSelectionCommand } from './delete-selection.ts';
import { deleteWithBackspaceCommand } from './delete-with-backspace.ts';
import { distributeHorizontallyCommand } from './distribute-horizontally.ts';
import { distributeVerticallyCommand } from './distribute-vertically.ts';
import { duplicateIntoZoneCommand } from './duplicate-into-zone.ts';
import { duplicateCommand } from './duplicate.ts';
import { editRulesCommand } from './edit-rules.ts';
import { endComparisonCommand } from './end-comparison.ts';
import { exportPictureCommand } from './export-picture.ts';
import { findCommand } from './find.ts';
import { focusNextRegionCommand } from './focus-next-region.ts';
import { focusPreviousRegionCommand } from './focus-previous-region.ts';
import { importFilesCommand } from './import-files.ts';
import { importFolderCommand } from './import-folder.ts';
import { moveToCommand } from './move-to.ts';
import { newDesignCommand } from './new-design.ts';
import { newVpcCommand } from './new-vpc.ts';
import { nextProblemCommand } from './next-problem.ts';
import { openDesignCommand } from './open-design.ts';
import { openPaletteCommand } from './open-palette.ts';
import { pasteCommand } from './paste.ts';
import { previousProblemCommand } from './previous-problem.ts';
import { redoCommand } from './redo.ts';
import { redoAgainCommand } from './redo-again.ts';
import { renameCommand } from './rename.ts';
import { revealFileCommand } from './reveal-file.ts';
import { saveDesignCommand } from './save-design.ts';
import { saveDesignAsCommand } from './save-design-as.ts';
import { selectAllCommand } from './select-all.ts';
import { showAboutCommand } from './show-about.ts';
import { showAddressPlanCommand } from './show-address-plan.ts';
import { showDiagnoseCommand } from './show-diagnose.ts';
import { showExpectationsCommand } from './show-expectations.ts';
import { showExposureCommand } from './show-exposure.ts';
import { showKeyboardShortcutsCommand } from './show-keyboard-shortcuts.ts';
import { showProblemsCommand } from './show-problems.ts';
import { showShortcutsWithQuestionMarkCommand } from './show-shortcuts-with-question-mark.ts';
import { showStartCommand } from './show-start.ts';
import { startTourCommand } from './start-tour.ts';
import { showWhatIfCommand } from './show-what-if.ts';
import { startInstanceCommand } from './start-instance.ts';
import { stopInstanceCommand } from './stop-instance.ts';
import { swapQuestionCommand } from './swap-question.ts';
import { toggleDockCommand } from './toggle-dock.ts';
import { toggleInspectorCommand } from './toggle-inspector.ts';
import { toggleLeftPanelCommand } from './toggle-left-panel.ts';
import { toggleMinimapCommand } from './toggle-minimap.ts';
import { undoCommand } from './undo.ts';
import { useConnectToolCommand } from './use-connect-tool.ts';
import { useDarkThemeCommand } from './use-dark-theme.ts';
import { useLightThemeCommand } from './use-light-theme.ts';
import { usePanToolCommand } from './use-pan-tool.ts';
import { useSelectToolCommand } from './use-select-tool.ts';
import { useSystemThemeCommand } from './use-system-theme.ts';
import { viewAddressesCommand } from './view-addresses.ts';
import { viewRoutingCommand } from './view-routing.ts';
import { viewSecurityCommand } from './view-security.ts';
import { viewExposureCommand } from './view-exposure.ts';
import { viewPlainCommand } from './view-plain.ts';
import { zoomInCommand } from './zoom-in.ts';
import { zoomOutCommand } from './zoom-out.ts';
import { zoomToActualSizeCommand } from './zoom-to-actual-size.ts';
import { zoomToFitCommand } from './zoom-to-fit.ts';
import { zoomToSelectionCommand } from './zoom-to-selection.ts';
import { openSteps } from './open-step.ts';

/** Every command, in the order of menus and of the palette. A test checks that each command file is here. */
export const commands: readonly Command[] = [
  newDesignCommand,
  openDesignCommand,
  showStartCommand,
  newVpcCommand,
  saveDesignCommand,
  saveDesignAsCommand,
  importFilesCommand,
  importFolderCommand,
  compareWithFileCommand,
  compareWithSavedCommand,
  endComparisonCommand,
  exportPictureCommand,
  copyPictureCommand,
  revealFileCommand,
  undoCommand,
  redoCommand,
  redoAgainCommand,
  cutCommand,
  copyCommand,
  pasteCommand,
  duplicateCommand,
  duplicateIntoZoneCommand,
  moveToCommand,
  deleteSelectionCommand,
  deleteWithBackspaceCommand,
  selectAllCommand,
  renameCommand,
  findCommand,
  openPaletteCommand,
  startInstanceCommand,
  stopInstanceCommand,
  editRulesCommand,
  askFromHereCommand,
  askToHereCommand,
  swapQuestionCommand,
  clearQuestionCommand,
  nextProblemCommand,
  previousProblemCommand,
  arrangeCommand,
  collapseCommand,
  expandCommand,
  collapseZonesCommand,
  expandAllCommand,
  alignLeftCommand,
  alignCenterCommand,
  alignRightCommand,
  alignTopCommand,
  alignMiddleCommand,
  alignBottomCommand,
  distributeHorizontallyCommand,
  distributeVerticallyCommand,
  zoomInCommand,
  zoomOutCommand,
  zoomToFitCommand,
  zoomToSelectionCommand,
  zoomToActualSizeCommand,
  toggleLeftPanelCommand,
  toggleInspectorCommand,
  toggleDockCommand,
  toggleMinimapCommand,
  viewAddressesCommand,
  viewRoutingCommand,
  viewSecurityCommand,
  viewExposureCommand,
  viewPlainCommand,
  showDiagnoseCommand,
  showProblemsCommand,
  showAddressPlanCommand,
  showExposureCommand,
  showExpectationsCommand,
  showWhatIfCommand,
  useSelectToolCommand,
  usePanToolCommand,
  useConnectToolCommand,
  useSystemThemeCommand,
  useLightThemeCommand,
  useDarkThemeCommand,
  focusNextRegionCommand,
  focusPreviousRegionCommand,
  showKeyboardShortcutsCommand,
  showShortcutsWithQuestionMarkCommand,
  startTourCommand,
  showAboutCommand,
  ...openSteps,
];

const byId: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

/** The command of that id; ids of the application menu are among them. */
export const commandOfId = (id: string): Command | undefined => byId.get(id);
