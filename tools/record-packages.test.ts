import { expect, test } from 'vitest';
import { packageFolderOf } from './record-packages.ts';

test.each([
  ['/project/node_modules/zod/v4/core/index.js', '/project/node_modules/zod'],
  ['/project/node_modules/@xyflow/react/dist/style.css', '/project/node_modules/@xyflow/react'],
  ['/project/node_modules/@xyflow/react/node_modules/zustand/esm/index.mjs', '/project/node_modules/@xyflow/react/node_modules/zustand'],
  ['\0/project/node_modules/react/index.js?commonjs-module', '/project/node_modules/react'],
  ['C:\\project\\node_modules\\react\\index.js', 'C:/project/node_modules/react'],
  ['/project/src/core/model/design.ts', undefined],
])('%j is part of %s', (moduleId, folder) => {
  expect(packageFolderOf(moduleId)).toBe(folder);
});
