import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId } from '../../model/ids.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

/** Puts the missing `#!` line on top; other faults of a script only its author can mend. */
export function fixUserData({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const instance = lookup.resource(id);
  if (instance?.kind !== 'instance' || instance.userData === undefined) return [];
  const mended = mend(instance.userData, block.code);
  if (mended === undefined) return [];
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'instance', { userData: mended.script });
    return { said: mended.title };
  });
  return fixFrom(result, { title: `${mended.title} of ${lookup.nameOf(id)}`, effect: 'User data runs once, at the first start: the instance has to be launched anew.' });
}

function mend(script: string, code: string): { readonly script: string; readonly title: string } | undefined {
  switch (code) {
    case 'X_USERDATA_NO_SHEBANG':
      return { script: `#!/bin/bash\n${script.trimStart()}`, title: 'Start the user data with #!/bin/bash' };
    case 'X_USERDATA_INTERACTIVE':
      return { script: script.replace(/\b(yum|dnf|apt|apt-get)\s+(install|update|upgrade)\b(?![^\n]*\s-y\b)/g, '$1 $2 -y'), title: 'Answer yes (-y) to the installer in the user data' };
    default:
      return undefined;
  }
}
