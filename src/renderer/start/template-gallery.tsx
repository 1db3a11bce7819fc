import type { TemplateDescription } from '../app/host-types.ts';
import { useApp } from '../app/app-context.ts';
import { openTemplate } from '../files/open-template.ts';
import styles from './start.module.css';
import { TemplateMiniature } from './template-miniature.tsx';
import { useTemplates } from './use-templates.ts';

/** The template that asks for its numbers first. */
const BLANK_VPC = 'blank-vpc';

/** Designs to start from, each with a picture of itself; and broken ones to learn with. */
export function TemplateGallery() {
  const templates = useTemplates();
  const broken = templates.filter(({ group }) => group === 'broken');
  return (
    <>
      <div className={styles.heading}>
        <h2>Templates</h2>
        <span>each opens as a copy, every address and rule filled in</span>
      </div>
      <div className={styles.gallery}>
        {templates
          .filter(({ group }) => group === 'template')
          .map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
      </div>
      {broken.length > 0 && (
        <>
          <div className={styles.heading}>
            <h2>Something is broken</h2>
            <span>each has one fault; ask what can reach what, and find it</span>
          </div>
          <ul className={styles.brokenList}>
            {broken.map((template) => (
              <BrokenLine key={template.id} template={template} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function TemplateCard({ template }: { readonly template: TemplateDescription }) {
  const app = useApp();
  const { id, title, description } = template;
  const open = (): void => {
    if (id === BLANK_VPC) void app.store.openDialog({ kind: 'blank-vpc' });
    else void openTemplate(app, { id });
  };
  return (
    <button type="button" className={styles.template} onClick={open}>
      <TemplateMiniature id={id} />
      <b>{title}</b>
      <span>{description}</span>
    </button>
  );
}

function BrokenLine({ template }: { readonly template: TemplateDescription }) {
  const app = useApp();
  return (
    <li>
      <button type="button" className={styles.broken} onClick={() => void openTemplate(app, { id: template.id })}>
        {template.title}
      </button>
    </li>
  );
}
