import { Button } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import classes from './BoundField.module.css';
import { NumberField } from './NumberField.js';
import { positionOf, positionsOf, type Open } from './bound-stops.js';
import type { NumberKind } from '../i18n/digits.js';

interface Props {
  label: string;
  /** Read out with the exact field: "Input price, exactly". */
  exactLabel: string;
  kind: NumberKind;
  /** ASCII digits; undefined for no bound. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** The values that the slider stops at, upwards. Without them there is the field alone. */
  stops?: readonly string[];
  /** The end of the slider that stands for no bound. */
  open?: Open;
  /** What a value means, in words. */
  words: (value: string | undefined) => string;
  /** What is wrong with a text, in a sentence. */
  check: (text: string) => string | undefined;
  presets?: ReadonlyArray<{ value: string; label: string }>;
}

/** One end of a range: a slider for a quick one, a field for an exact one, and buttons for the usual ones. */
export function BoundField(props: Props) {
  const { label, value, onChange, stops, open = 'end', words, presets = [] } = props;
  return (
    <div role="group" aria-label={label} className={classes.root}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        <span className={classes.words}>{words(value)}</span>
      </div>
      {stops && <Slider label={label} stops={stops} open={open} value={value} words={words} onChange={onChange} />}
      <div className={classes.line}>
        <Exact {...props} />
        {presets.map((preset) => (
          <Button
            key={preset.value}
            size="compact-xs"
            variant={preset.value === value ? 'filled' : 'default'}
            aria-pressed={preset.value === value}
            onClick={() => onChange(preset.value === value ? undefined : preset.value)}
          >
            {preset.label}
          </Button>
        ))}
      </div>
    </div>
  );
}

type SliderProps = Required<Pick<Props, 'label' | 'stops' | 'open' | 'words' | 'onChange'>> & Pick<Props, 'value'>;

/** Sent when it is let go: on the way it would fill the history of the browser. */
function Slider({ label, stops, open, value, words, onChange }: SliderProps) {
  const positions = positionsOf(stops, open);
  const [moved, setMoved] = useState<{ at: number; from: string | undefined }>();
  const at = moved && moved.from === value ? moved.at : positionOf(positions, value);
  const send = () => {
    if (moved?.from === value && at !== positionOf(positions, value)) onChange(positions[at]);
  };
  return (
    <input
      type="range"
      className={classes.slider}
      min={0}
      max={positions.length - 1}
      step={1}
      value={at}
      aria-label={label}
      aria-valuetext={words(positions[at])}
      onChange={(event) => setMoved({ at: Number(event.currentTarget.value), from: value })}
      onPointerUp={send}
      onKeyUp={send}
      onBlur={send}
    />
  );
}

/** Sent on leaving it or with Enter, if it can be right. */
function Exact({ exactLabel, kind, value, onChange, check }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const [left, setLeft] = useState(false);
  const [seen, setSeen] = useState(value);
  // The slider, a button and the address change it without a key being pressed.
  if (value !== seen) {
    setSeen(value);
    setTyped(value ?? '');
  }
  const problem = typed === '' ? undefined : check(typed);
  const send = () => {
    setLeft(true);
    if (problem === undefined && typed !== (value ?? '')) onChange(typed === '' ? undefined : typed);
  };
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Enter' && send();
  return (
    <NumberField
      kind={kind}
      size="xs"
      className={classes.exact}
      aria-label={exactLabel}
      value={typed}
      onChange={setTyped}
      onBlur={send}
      onKeyDown={onKeyDown}
      error={left && problem}
    />
  );
}
