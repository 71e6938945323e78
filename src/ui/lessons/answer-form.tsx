import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import type { Typed } from '../../lessons/answers.ts';
import { filledWith } from '../../lessons/figure-text.ts';
import type { Answer, Form } from '../../lessons/question.ts';
import { formatCount } from '../../scene/format.ts';
import { lessonText } from '../../text/lesson.ts';
import { Button } from '../controls/button.tsx';
import { CellsField } from './cells-field.tsx';

/** What a form is answered with before anything is typed. */
function empty(form: Form): Typed {
  if (form.type === 'shape') return Array.from({ length: form.rank }, () => '');
  return form.type === 'cells' ? [] : '';
}

interface FieldProps<T extends Form['type']> {
  readonly form: Extract<Form, { readonly type: T }>;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly still: boolean;
  readonly label: string;
}

function NumberInput({
  label,
  value,
  onChange,
  still,
  decimal,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly still: boolean;
  readonly decimal?: boolean;
}): ReactElement {
  return (
    <input
      className="answer-input"
      type="text"
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      readOnly={still}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ShapeFields({ form, typed, onChange, still }: FieldProps<'shape'>): ReactElement {
  const sizes = typed as readonly string[];
  return (
    <span className="answer-shape">
      {Array.from({ length: form.rank }, (_, axis) => axis).map((axis) => (
        <span key={axis} className="answer-axis">
          {axis > 0 && <span aria-hidden="true">×</span>}
          <NumberInput
            label={lessonText.axis(formatCount(axis + 1))}
            value={sizes[axis] ?? ''}
            still={still}
            onChange={(size) => onChange(sizes.map((old, at) => (at === axis ? size : old)))}
          />
        </span>
      ))}
    </span>
  );
}

function ChoiceFields({
  form,
  typed,
  onChange,
  still,
  options,
  label,
}: FieldProps<'choice'> & { readonly options: ReadonlyMap<string, ReactNode> }): ReactElement {
  return (
    <div className="answer-choice" role="radiogroup" aria-label={label}>
      {form.options.map((option) => (
        <label key={option} className="answer-option" data-chosen={typed === option || undefined}>
          <input
            type="radio"
            name="lesson-answer"
            value={option}
            checked={typed === option}
            disabled={still && typed !== option}
            onChange={() => !still && onChange(option)}
          />
          <span>{options.get(option) ?? option}</span>
        </label>
      ))}
    </div>
  );
}

interface Props {
  readonly form: Form;
  /** Texts of a choice's options. */
  readonly options: ReadonlyMap<string, ReactNode>;
  /** It is answered: the right answer stands in it, and it takes no other. */
  readonly truth: Answer | undefined;
  readonly onAnswer: (typed: Typed) => void;
}

/** The fields of a question and the button that answers it; Enter answers from each of them. */
export function AnswerForm({ form, options, truth, onAnswer }: Props): ReactElement {
  const [own, setTyped] = useState<Typed>(() => empty(form));
  const still = truth !== undefined;
  const typed = still ? filledWith(form, truth) : own;
  const label = lessonText.yourAnswer;
  const shared = { typed, onChange: setTyped, still, label };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!still) onAnswer(own);
  };
  return (
    <form className="answer" data-form={form.type} onSubmit={submit}>
      {form.type === 'number' && (
        <NumberInput
          label={label}
          value={String(typed)}
          still={still}
          decimal={(form.decimals ?? 0) > 0}
          onChange={setTyped}
        />
      )}
      {form.type === 'shape' && <ShapeFields form={form} {...shared} />}
      {form.type === 'choice' && <ChoiceFields form={form} options={options} {...shared} />}
      {form.type === 'cells' && (
        <CellsField form={form} chosen={typed as readonly number[]} still={still} onChange={setTyped} />
      )}
      {!still && (
        <Button type="submit" look="primary" className="answer-button">
          {lessonText.answer}
        </Button>
      )}
    </form>
  );
}
