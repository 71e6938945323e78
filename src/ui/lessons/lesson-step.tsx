import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { answerText } from '../../lessons/figure-text.ts';
import type { PlayerState, Said } from '../../lessons/player.ts';
import { MOST_WRONG } from '../../lessons/progress.ts';
import type { Asked, Form } from '../../lessons/question.ts';
import { formatCount } from '../../scene/format.ts';
import { lessonText } from '../../text/lesson.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Explained } from './explained.tsx';
import { useInSight } from './use-in-sight.ts';
import { usePlayer, usePlayerState } from './use-player.ts';

interface BlockProps {
  readonly id?: string;
  readonly why?: string;
  readonly children?: ReactNode;
}

/** What stands in a step beside its text; shown by `Step`, where and when it belongs. */
const block = () => (_: BlockProps) => null;

export const Ask = block();
export const Option = block();
export const Right = block();
export const Wrong = block();
export const Hint = block();
export const Do = block();
export const Done = block();

type Block = typeof Ask;
const BLOCKS: readonly unknown[] = [Ask, Option, Right, Wrong, Hint, Do, Done];

/** The blocks of one type among a step's children. */
function blocksOf(children: ReactNode, type: Block): readonly BlockProps[] {
  return Children.toArray(children).flatMap((child) =>
    isValidElement<BlockProps>(child) && child.type === type ? [child.props] : [],
  );
}

function proseOf(children: ReactNode): ReactNode {
  return Children.toArray(children).filter(
    (child) => !(isValidElement(child) && BLOCKS.includes(child.type)),
  );
}

/** One step's text, and its task; nothing while another step is in hand. */
export function Step({
  id,
  children,
}: {
  readonly id: string;
  readonly children?: ReactNode;
}): ReactElement | null {
  const { steps } = usePlayer();
  const at = usePlayerState((state) => state.at);
  const step = steps[at]!;
  if (step.id !== id) return null;
  const one = (type: Block) => blocksOf(children, type)[0]?.children;
  return (
    <>
      <div className="lesson-prose">{proseOf(children)}</div>
      {step.task?.type === 'question' && (
        <QuestionTask
          ask={one(Ask)}
          options={new Map(blocksOf(children, Option).map((option) => [option.id ?? '', option.children]))}
          right={one(Right)}
          wrong={new Map(blocksOf(children, Wrong).map((wrong) => [wrong.why ?? '', wrong.children]))}
          hint={one(Hint)}
        />
      )}
      {step.task?.type === 'do' && <DoTask todo={one(Do)} done={one(Done)} />}
    </>
  );
}

function unreadText(form: Form): string {
  if (form.type === 'number')
    return form.decimals ? lessonText.unread.decimal(form.decimals) : lessonText.unread.number;
  return lessonText.unread[form.type];
}

interface Texts {
  readonly ask: ReactNode;
  readonly options: ReadonlyMap<string, ReactNode>;
  readonly right: ReactNode;
  readonly wrong: ReadonlyMap<string, ReactNode>;
  readonly hint: ReactNode;
}

function QuestionTask({ ask, options, right, wrong, hint }: Texts): ReactElement | null {
  const player = usePlayer();
  const asked = usePlayerState((state) => state.asked);
  const said = usePlayerState((state) => state.said);
  const round = usePlayerState(({ tasks, at }) => tasks[at]?.round);
  const at = usePlayerState((state) => state.at);
  const covered = usePlayerState((state) => state.covered);
  // On a phone the model that is uncovered takes half of the height.
  const feedback = useInSight(said, covered);
  if (!asked) return null;
  const over = said?.type === 'right' || said?.type === 'shown';
  return (
    <div className="task" data-state={said?.type}>
      <Explained as="div" className="ask">
        {ask}
      </Explained>
      <AnswerForm
        key={`${at} ${round}`}
        form={asked.form}
        options={options}
        truth={over ? asked.truth : undefined}
        onAnswer={(typed) => void player.answer(typed)}
      />
      <div className="feedback" role="status" ref={feedback}>
        {said && <Feedback asked={asked} said={said} right={right} wrong={wrong} hint={hint} />}
      </div>
      <Ways />
    </div>
  );
}

function Feedback({
  asked,
  said,
  right,
  wrong,
  hint,
}: Omit<Texts, 'ask' | 'options'> & { readonly asked: Asked; readonly said: Said }): ReactElement {
  if (said.type === 'unread') return <p className="unread">{unreadText(asked.form)}</p>;
  if (said.type === 'wrong') {
    const why = (said.why === undefined ? undefined : wrong.get(said.why)) ?? hint;
    return (
      <Explained as="div" className="said wrong">
        <strong>
          <Icon name="cross" /> {lessonText.wrong}
        </strong>{' '}
        {why ?? lessonText.look}
      </Explained>
    );
  }
  const answer = answerText(asked.form, asked.truth);
  return (
    <Explained as="div" className="said right">
      {said.type === 'right' ? (
        <strong>
          <Icon name="check" /> {lessonText.right}
        </strong>
      ) : (
        answer && <strong>{lessonText.shown(answer)}</strong>
      )}{' '}
      {right}
    </Explained>
  );
}

const isOver = ({ said }: PlayerState) => said?.type === 'right' || said?.type === 'shown';

/** What can be done beside answering: have it shown, be asked once more. */
function Ways(): ReactElement | null {
  const player = usePlayer();
  const over = usePlayerState(isOver);
  const shown = usePlayerState(({ said }) => said?.type === 'shown');
  const wrong = usePlayerState(({ tasks, at }) => tasks[at]?.wrong ?? 0);
  if (over)
    return (
      <Button
        look={shown ? 'primary' : 'quiet'}
        icon="reset"
        className="again"
        onClick={() => player.again()}
      >
        {shown ? lessonText.again : lessonText.practise}
      </Button>
    );
  if (wrong < MOST_WRONG) return null;
  return (
    <Button className="reveal" onClick={() => void player.reveal()}>
      {lessonText.reveal}
    </Button>
  );
}

function DoTask({ todo, done }: { readonly todo: ReactNode; readonly done: ReactNode }): ReactElement {
  const met = usePlayerState(({ tasks, at }) => tasks[at]?.done === true);
  const reached = usePlayerState((state) => state.reached);
  const feedback = useInSight(met);
  return (
    <div className="task" data-state={met ? 'right' : undefined}>
      <Explained as="div" className="ask">
        <span className="todo">{lessonText.toDo}</span> {todo}
        {reached?.of !== undefined && (
          <span className="counted">
            <progress max={reached.of} value={reached.done} aria-label={lessonText.toDo} />
            {lessonText.counted(formatCount(reached.done ?? 0), formatCount(reached.of))}
          </span>
        )}
      </Explained>
      <div className="feedback" role="status" ref={feedback}>
        {met && (
          <Explained as="div" className="said right">
            <strong>
              <Icon name="check" /> {lessonText.did}
            </strong>{' '}
            {done}
          </Explained>
        )}
      </div>
    </div>
  );
}
