import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useStore } from 'zustand/react';
import { formatFixed } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { SliderField } from '../controls/slider.tsx';
import { curveView } from './curve-view.ts';

/** How the curves are drawn: how smooth, on which axis, and the way back from a part to the whole run. */
export function CurveViewMenu(): ReactElement {
  const points = useStore(curveView, (view) => view.points);
  const smoothing = useStore(curveView, (view) => view.smoothing);
  const log = useStore(curveView, (view) => view.log);
  const zoomed = useStore(curveView, (view) => view.zooms.length > 0);
  return (
    <DialogTrigger>
      <AriaButton className="button quiet" aria-label={lab.curves.view}>
        {lab.curves.button}
        <Icon name="down" />
      </AriaButton>
      <Popover className="popover curves-view" placement="top" aria-label={lab.curves.view}>
        <div>
          {points === 'batch' && (
            <SliderField
              label={lab.curves.smoothing}
              value={Math.round(smoothing * 100)}
              min={0}
              max={99}
              text={(value) => (value === 0 ? lab.curves.smoothingOff : formatFixed(value / 100, 2))}
              onChange={(value) => curveView.setState({ smoothing: value / 100 })}
            />
          )}
          <label>
            <input
              type="checkbox"
              checked={log}
              onChange={(event) => curveView.setState({ log: event.target.checked })}
            />
            {lab.curves.log}
          </label>
          {zoomed && (
            <Button look="quiet" onClick={() => curveView.setState({ zooms: [] })}>
              {lab.curves.whole}
            </Button>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
