import { writeDesign } from '@core/model/write-design.ts';
import { describeTemplates, openTemplate } from '@core/templates/index.ts';
import type { Generated } from './generated.ts';

const FOLDER = 'resources/examples';
/** What the wizard asks for is no example. */
const WIZARD = 'blank-vpc';

/** The templates and the broken networks as files; without places, which whoever opens them arranges. */
export function writeExamples(): Generated {
  const ids = describeTemplates().map(({ id }) => id).filter((id) => id !== WIZARD);
  const files = ids.map((id): readonly [string, string] => {
    const opened = openTemplate({ id });
    if (!opened.ok) throw new Error(opened.problem.message);
    return [`${FOLDER}/${id}.vpc.json`, writeDesign(opened.value)];
  });
  return { folder: FOLDER, files: new Map(files) };
}
