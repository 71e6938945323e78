import { formatCount, formatFixed } from '../scene/format.ts';
import { type Typed, typedAs } from './answers.ts';
import type { Answer, Figure, Form } from './question.ts';

/** As few decimals as the number has, at most four. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  const decimals = [1, 2, 3].find((count) => Math.abs(Number(value.toFixed(count)) - value) < 1e-9) ?? 4;
  return formatFixed(value, decimals);
}

/** A figure of a question in the language of the page; a list as a shape or, `as` a list, with commas. */
export function figureText(figure: Figure, as?: 'list' | undefined): string {
  if (typeof figure === 'string') return figure;
  if (typeof figure === 'number') return numberText(figure);
  return figure.map(numberText).join(as === 'list' ? ', ' : ' × ');
}

/** An answer as it is shown; an option has its own text, and cells are shown in their grid. */
export function answerText(form: Form, answer: Answer): string | undefined {
  if (form.type === 'number' && typeof answer === 'number')
    return Number.isInteger(answer) ? formatCount(answer) : formatFixed(answer, form.decimals);
  return form.type === 'shape' && typeof answer !== 'string' ? figureText(answer) : undefined;
}

/** What stands in the fields of a form that is answered: a number as it is said beside them. */
export function filledWith(form: Form, answer: Answer): Typed {
  return (typeof answer === 'number' ? answerText(form, answer) : undefined) ?? typedAs(form, answer);
}
