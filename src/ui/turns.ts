import { onNextFrame } from '../engine/next-frame.ts';

type Task = (done: () => void) => void;

const waiting: Task[] = [];
let taken = false;

function next(): void {
  const task = waiting.shift();
  taken = task !== undefined;
  // Its frame is painted before the next turn.
  task?.(() => onNextFrame(() => setTimeout(next)));
}

/** Does one task after the other, in the order in which they were asked for; each says when it is done. */
export function inTurn(task: Task): void {
  waiting.push(task);
  if (!taken) next();
}
