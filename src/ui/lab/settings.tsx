import { memo, type ReactElement } from 'react';
import type { ModelDocument } from '../../model/document.ts';
import { OPTIMIZER_NAMES, type OptimizerConfig } from '../../model/optimizers.ts';
import type { LearningRate } from '../../model/schedules.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { NumberField } from '../controls/number-field.tsx';
import { SelectField } from '../controls/select.tsx';
import { edit, setSetting } from './setting.ts';

/** The number that a rate is, or that its schedule starts with. */
function startOf(rate: LearningRate): number {
  return typeof rate === 'number' ? rate : rate.config.initial_learning_rate;
}

function startingAt(rate: LearningRate, start: number): unknown {
  return typeof rate === 'number'
    ? start
    : { ...rate, config: { ...rate.config, initial_learning_rate: start } };
}

const isCount = (most: number) => (value: number) => Number.isInteger(value) && value >= 1 && value <= most;

/** What the next run is trained with. */
export const Settings = memo(function Settings({ disabled }: { readonly disabled: boolean }): ReactElement {
  const app = useKernelscope();
  const fit = useDocument((state) => state.document.fit);
  const compile = useDocument((state) => state.document.compile);
  const optimizer = compile?.optimizer;
  const setFit = (part: Partial<ModelDocument['fit']>) =>
    edit(app, (document) => ({ ...document, fit: { ...document.fit, ...part } }));
  const setOptimizer = (next: { class_name: OptimizerConfig['class_name']; config: object }) =>
    compile && setSetting(app, ['compile', 'optimizer'], next);
  return (
    <fieldset className="settings" aria-label={page.lab.settings}>
      {optimizer && (
        <>
          <SelectField
            label={page.lab.optimizer}
            options={OPTIMIZER_NAMES}
            value={optimizer.class_name}
            disabled={disabled}
            onChange={(class_name) =>
              setOptimizer({ class_name, config: { learning_rate: optimizer.config.learning_rate } })
            }
          />
          <NumberField
            label={page.lab.rate}
            value={startOf(optimizer.config.learning_rate)}
            width={72}
            disabled={disabled}
            accepts={(rate) => Number.isFinite(rate) && rate > 0}
            refusal={page.lab.settingRefused(page.lab.rate, page.lab.rangeRate)}
            onChange={(learning_rate) =>
              setOptimizer({
                class_name: optimizer.class_name,
                config: {
                  ...optimizer.config,
                  learning_rate: startingAt(optimizer.config.learning_rate, learning_rate),
                },
              })
            }
          />
        </>
      )}
      <NumberField
        label={page.lab.batchSize}
        value={fit.batch_size}
        width={52}
        disabled={disabled}
        accepts={isCount(1024)}
        refusal={page.lab.settingRefused(page.lab.batchSize, page.lab.rangeBatch)}
        onChange={(batch_size) => setFit({ batch_size })}
      />
      <NumberField
        label={page.lab.epochs}
        value={fit.epochs}
        width={52}
        disabled={disabled}
        accepts={isCount(1000)}
        refusal={page.lab.settingRefused(page.lab.epochs, page.lab.rangeEpochs)}
        onChange={(epochs) => setFit({ epochs })}
      />
    </fieldset>
  );
});
