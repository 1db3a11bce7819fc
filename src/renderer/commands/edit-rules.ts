import { editSelectedRules, ruleKeeper } from './edit-selected-rules.ts';
import { inEditor, windowCommand } from './command.ts';

export const editRulesCommand = windowCommand(
  { id: 'edit-rules', title: 'Edit rules' },
  {
    group: 'Network',
    glyph: 'edit',
    keywords: 'security group acl inbound outbound',
    isEnabled: (state) => inEditor(state) && ruleKeeper(state) !== undefined,
    run: editSelectedRules,
  },
);
