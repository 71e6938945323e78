import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { Label } from 'react-aria-components/Label';
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly text: (value: number) => string;
  readonly onChange: (value: number) => void;
}

export function SliderField({ label, value, min, max, text, onChange }: Props): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const spoken = text(value);
  // The library writes the bare number, and offers number formats only.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', spoken), [spoken]);
  return (
    <Slider
      className="slider"
      value={value}
      minValue={min}
      maxValue={max}
      onChange={(next) => onChange(Array.isArray(next) ? next[0]! : next)}
    >
      <Label>{label}</Label>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" inputRef={input} />
      </SliderTrack>
      <SliderOutput>{spoken}</SliderOutput>
    </Slider>
  );
}
