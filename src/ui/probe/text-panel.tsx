import { type ReactElement, useId, useState } from 'react';
import { probeText } from '../../text/probe.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';

/** A text typed by hand as the probe: its words are looked up in the vocabulary; those that it has not are said. */
export function TextPanel(): ReactElement {
  const app = useKernelscope();
  const [text, setText] = useState('');
  const id = useId();
  const take = () => {
    if (text.trim() !== '') void attempt(app, () => app.scope.setInput({ text }));
  };
  return (
    <div className="text-panel">
      <label htmlFor={id}>{probeText.text.label}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          take();
        }}
      />
      <p className="muted">{probeText.text.help}</p>
      <Button onClick={take} disabled={text.trim() === ''}>
        {probeText.text.take}
      </Button>
    </div>
  );
}
