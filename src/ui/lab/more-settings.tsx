import { Fragment, type ReactElement, type ReactNode } from 'react';
import { CALLBACK_NAMES, type CallbackConfig } from '../../model/callbacks.ts';
import type { ModelDocument } from '../../model/document.ts';
import { LOSS_NAMES, type LossConfig } from '../../model/losses.ts';
import { OPTIMIZER_NAMES } from '../../model/optimizers.ts';
import { type LearningRate, SCHEDULE_NAMES } from '../../model/schedules.ts';
import { settings } from '../../text/settings.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { MenuButton } from '../controls/menu.tsx';
import { monitorsOf, setSetting } from './setting.ts';
import { SettingRow } from './setting-row.tsx';
import { batchesPerEpoch } from './validation-by-batch.ts';

interface Part {
  readonly disabled: boolean;
}

const OPTIMIZER = ['compile', 'optimizer'] as const;
const RATE = [...OPTIMIZER, 'config', 'learning_rate'] as const;
const MODES = ['auto', 'min', 'max'];
/** Settings that may be None. */
const NULLABLE = new Set(['baseline', 'warmup_target']);

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="setting-group">
      <legend className="section-title">{title}</legend>
      {children}
    </fieldset>
  );
}

/** A row for every argument of a Keras object. */
function Config({
  keys,
  config,
  without = [],
  disabled,
}: Part & {
  readonly keys: readonly (string | number)[];
  readonly config: object;
  readonly without?: readonly string[];
}): ReactElement {
  const document = useDocument((state) => state.document);
  const choicesOf = (name: string, value: unknown) => {
    if (name === 'mode') return { choices: MODES };
    return name === 'monitor' ? { choices: monitorsOf(document, String(value)) } : {};
  };
  return (
    <>
      {Object.entries(config)
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => (
          <SettingRow
            key={name}
            keys={[...keys, name]}
            nullable={NULLABLE.has(name)}
            disabled={disabled}
            {...choicesOf(name, value)}
          />
        ))}
    </>
  );
}

/** A schedule with the rate in hand that lasts as long as the fit. */
function scheduleFor(name: string, rate: LearningRate, document: ModelDocument): LearningRate {
  const initial = typeof rate === 'number' ? rate : rate.config.initial_learning_rate;
  const decay_steps = batchesPerEpoch(document) * document.fit.epochs;
  if (name === 'ExponentialDecay') {
    const config = { initial_learning_rate: initial, decay_steps, decay_rate: 0.1, staircase: false };
    return { class_name: name, config };
  }
  if (name !== 'CosineDecay') return initial;
  const warmup = { warmup_target: null, warmup_steps: 0 };
  return { class_name: name, config: { initial_learning_rate: initial, decay_steps, alpha: 0, ...warmup } };
}

function Optimizer({ disabled }: Part): ReactElement {
  const app = useKernelscope();
  const document = useDocument((state) => state.document);
  const { class_name, config } = document.compile!.optimizer;
  const { learning_rate: rate } = config;
  const constant = typeof rate === 'number';
  return (
    <Group title={settings.groups.optimizer}>
      <SettingRow
        keys={[...OPTIMIZER, 'class_name']}
        name="optimizer"
        choices={OPTIMIZER_NAMES}
        disabled={disabled}
        onChoose={(name) => setSetting(app, OPTIMIZER, { class_name: name, config: { learning_rate: rate } })}
      />
      <SettingRow
        keys={RATE}
        name="schedule"
        choices={[settings.constant, ...SCHEDULE_NAMES]}
        chosen={constant ? settings.constant : rate.class_name}
        disabled={disabled}
        onChoose={(name) => setSetting(app, RATE, scheduleFor(name, rate, document))}
      />
      {constant ? (
        <SettingRow keys={RATE} disabled={disabled} />
      ) : (
        <Config keys={[...RATE, 'config']} config={rate.config} disabled={disabled} />
      )}
      <Config
        key={class_name}
        keys={[...OPTIMIZER, 'config']}
        config={config}
        without={['learning_rate']}
        disabled={disabled}
      />
    </Group>
  );
}

function Loss({ disabled }: Part): ReactElement {
  const app = useKernelscope();
  const { loss } = useDocument((state) => state.document.compile!);
  const outputs = useDocument((state) => state.network.outputs);
  const heads = Array.isArray(loss)
    ? (loss as readonly LossConfig[]).map((one, at) => ({ ...one, keys: ['compile', 'loss', at] }))
    : [{ ...(loss as LossConfig), keys: ['compile', 'loss'] }];
  return (
    <Group title={settings.groups.loss}>
      {heads.map(({ keys, class_name, config }, at) => (
        <Fragment key={`${outputs[at]} ${class_name}`}>
          {heads.length > 1 && <p className="muted">{outputs[at]}</p>}
          <SettingRow
            keys={[...keys, 'class_name']}
            name="loss"
            choices={LOSS_NAMES}
            disabled={disabled}
            onChoose={(name) => setSetting(app, keys, { class_name: name })}
          />
          <Config keys={[...keys, 'config']} config={config} disabled={disabled} />
        </Fragment>
      ))}
    </Group>
  );
}

function Callbacks({ disabled }: Part): ReactElement {
  const app = useKernelscope();
  const callbacks = useDocument((state) => state.document.fit.callbacks);
  const set = (next: readonly (CallbackConfig | { class_name: string })[]) =>
    setSetting(app, ['fit', 'callbacks'], next);
  // A callback has no identity but its place.
  const keyed = callbacks.map((callback, at) => ({ ...callback, at, key: `${callback.class_name} ${at}` }));
  return (
    <Group title={settings.groups.callbacks}>
      {callbacks.length === 0 && <p className="muted">{settings.noCallbacks}</p>}
      {keyed.map(({ key, at, class_name, config }) => (
        <div className="callback" key={key}>
          <div className="callback-head">
            <span className="callback-name">{class_name}</span>
            <Button
              look="quiet"
              icon="close"
              disabled={disabled}
              aria-label={settings.remove(class_name)}
              onClick={() => set(callbacks.filter((_, place) => place !== at))}
            />
          </div>
          <p className="setting-meaning">{settings.meanings[class_name]}</p>
          <Config keys={['fit', 'callbacks', at, 'config']} config={config} disabled={disabled} />
        </div>
      ))}
      <MenuButton
        label={settings.addName}
        icon="plus"
        disabled={disabled}
        entries={CALLBACK_NAMES.map((name) => ({ id: name, label: name, note: settings.meanings[name] }))}
        onChoose={(class_name) => set([...callbacks, { class_name }])}
      >
        {settings.add}
      </MenuButton>
    </Group>
  );
}

const FIT = ['epochs', 'batch_size', 'validation_split', 'shuffle'];
const DATA = [['dataset', 'train'], ['dataset', 'test'], ['seed']];

/** Every setting of `compile` and `fit` that there is, each with its meaning. */
export function MoreSettings({ disabled }: Part): ReactElement {
  const compiled = useDocument((state) => state.document.compile !== undefined);
  return (
    <section className="more-settings" aria-label={settings.title}>
      {disabled && <p className="muted setting-note">{settings.running}</p>}
      {compiled && <Optimizer disabled={disabled} />}
      <div className="setting-column">
        {compiled && <Loss disabled={disabled} />}
        <Group title={settings.groups.data}>
          {DATA.map((keys) => (
            <SettingRow key={keys.join('.')} keys={keys} disabled={disabled} />
          ))}
        </Group>
      </div>
      <Group title={settings.groups.fit}>
        {FIT.map((name) => (
          <SettingRow key={name} keys={['fit', name]} disabled={disabled} />
        ))}
      </Group>
      <Callbacks disabled={disabled} />
    </section>
  );
}
