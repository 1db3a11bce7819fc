import { AnswerMark } from '../answer-mark.tsx';
import type { Answer } from '../answers.ts';
import { answerWords } from '../answers.ts';
import { Button } from '../button.tsx';
import { Chip, CountBadge } from '../chip.tsx';
import { EmptyState } from '../empty-state.tsx';
import { IconButton } from '../icon-button.tsx';
import { Kbd } from '../kbd.tsx';
import { Progress } from '../progress.tsx';
import { Toolbar, ToolbarItem, ToolbarSeparator, ToolbarWords } from '../toolbar.tsx';
import styles from './gallery.module.css';

const answers = Object.keys(answerWords).filter((word): word is Answer => word in answerWords);
const nothing = () => undefined;

export function ButtonShelf() {
  return (
    <section className={styles.group} aria-label="Buttons and marks">
      <ButtonRow />
      <div className={styles.row}>
        {answers.map((answer) => (
          <AnswerMark key={answer} answer={answer} text="body" />
        ))}
        {answers.map((answer) => (
          <AnswerMark key={answer} answer={answer} shapeOnly size={20} />
        ))}
      </div>
      <div className={styles.row}>
        <Chip mono>igw-app</Chip>
        <Chip mono>0.0.0.0/0 → igw-app</Chip>
        <Chip mono tone="fail" onClick={nothing}>
          acl-public out *
        </Chip>
        <Chip hue="sg" glyph="security-group">
          web-sg
        </Chip>
        <CountBadge count={5} />
        <CountBadge count={12} tone="fail" />
        <Kbd keys="Ctrl K" />
      </div>
      <ToolRow />
      <div className={styles.columns}>
        <Progress label="Reads the files" share={0.4} detail="3 of 8 files" />
        <Progress label="Draws the picture" />
        <EmptyState sentence="Choose who wants to reach whom." action={{ label: 'Choose', onClick: nothing }} />
      </div>
    </section>
  );
}

function ButtonRow() {
  return (
    <div className={styles.row}>
      <Button kind="primary">Apply</Button>
      <Button>Apply</Button>
      <Button kind="ghost" glyph="what-if">
        What if
      </Button>
      <Button glyph="flag">Save as expectation</Button>
      <Button glyph="plus" size="small">
        Add rule
      </Button>
      <Button size="small">Add this rule</Button>
      <Button shortcut="Ctrl N">New design</Button>
      <Button kind="ghost" pressed glyph="eye">
        Shown
      </Button>
      <Button disabled>Not now</Button>
      <IconButton glyph="undo" label="Undo" shortcut="Ctrl Z" />
      <IconButton glyph="redo" label="Redo" disabled />
      <IconButton glyph="more" label="More" size="small" />
      <IconButton glyph="instance" hue="own" label="Instance" glyphSize={18} />
    </div>
  );
}

function ToolRow() {
  return (
    <div className={styles.row}>
      <Toolbar label="Canvas tools" floating>
        <ToolbarItem>
          <IconButton glyph="select" label="Select" shortcut="V" size="large" pressed />
        </ToolbarItem>
        <ToolbarItem>
          <IconButton glyph="pan" label="Pan" shortcut="Space" size="large" />
        </ToolbarItem>
        <ToolbarItem>
          <IconButton glyph="connect" label="Connect" shortcut="C" size="large" />
        </ToolbarItem>
        <ToolbarSeparator />
        <ToolbarItem>
          <Button kind="ghost" size="large" glyph="arrange">
            Arrange
          </Button>
        </ToolbarItem>
      </Toolbar>
      <Toolbar label="Zoom" floating>
        <ToolbarItem>
          <IconButton glyph="minus" label="Zoom out" size="large" />
        </ToolbarItem>
        <ToolbarWords>100%</ToolbarWords>
        <ToolbarItem>
          <IconButton glyph="plus" label="Zoom in" size="large" />
        </ToolbarItem>
        <ToolbarItem>
          <IconButton glyph="fit" label="Fit" shortcut="Shift 1" size="large" />
        </ToolbarItem>
      </Toolbar>
    </div>
  );
}
