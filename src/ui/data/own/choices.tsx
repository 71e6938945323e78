import type { ReactElement } from 'react';
import type { Recognised } from '../../../formats/data/look.ts';
import type { Reading } from '../../../model/datasets/reading.ts';
import { ownDataText } from '../../../text/own-data-page.ts';
import { NumberField } from '../../controls/number-field.tsx';
import { SelectField } from '../../controls/select.tsx';
import { Choice } from './choice.tsx';

interface Props {
  readonly recognised: Recognised;
  /** Complete. */
  readonly reading: Reading;
  readonly onChange: (change: Reading) => void;
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly refusal: string;
  readonly onChange: (value: number) => void;
}

function CountField({ least, most, ...rest }: CountProps): ReactElement {
  return (
    <NumberField
      width={72}
      disabled={false}
      accepts={(value) => Number.isInteger(value) && value >= least && value <= most}
      {...rest}
    />
  );
}

function TableChoices({
  recognised,
  reading,
  onChange,
}: Props & { readonly recognised: Extract<Recognised, { type: 'table' }> }): ReactElement {
  const columns = recognised.columns.filter(({ type }) => type !== 'other').map(({ name }) => name);
  const { samples = 'windows', target = '', group } = reading;
  const none = ownDataText.noGroup;
  return (
    <>
      {recognised.delimiter !== undefined && (
        <>
          <Choice
            label={ownDataText.delimiter}
            names={ownDataText.delimiters}
            value={recognised.delimiter}
            onChange={(delimiter) => onChange({ delimiter })}
          />
          <Choice
            label={ownDataText.decimal}
            names={ownDataText.decimals}
            value={recognised.decimal ?? '.'}
            onChange={(decimal) => onChange({ decimal })}
          />
          <Choice
            label={ownDataText.header}
            names={ownDataText.headers}
            value={recognised.header ? 'names' : 'data'}
            onChange={(first) => onChange({ header: first === 'names' })}
          />
        </>
      )}
      <SelectField
        label={ownDataText.target}
        options={columns}
        value={target}
        disabled={false}
        onChange={(name) => onChange({ target: name, columns: undefined, targetType: undefined })}
      />
      <Choice
        label={ownDataText.targetType}
        names={ownDataText.targetTypes}
        value={reading.targetType ?? 'classes'}
        onChange={(targetType) => onChange({ targetType, columns: undefined })}
      />
      <SelectField
        label={ownDataText.group}
        options={[none, ...columns]}
        value={group || none}
        disabled={false}
        onChange={(name) => onChange({ group: name === none ? '' : name })}
      />
      <Choice
        label={ownDataText.samples}
        names={ownDataText.sampleKinds}
        value={samples}
        onChange={(kind) => onChange({ samples: kind })}
      />
      {samples === 'windows' && (
        <>
          <CountField
            label={ownDataText.length}
            value={reading.length ?? 1}
            least={1}
            most={100_000}
            refusal={ownDataText.lengthRefused}
            onChange={(length) => onChange({ length })}
          />
          <CountField
            label={ownDataText.step}
            value={reading.step ?? 1}
            least={1}
            most={1_000_000}
            refusal={ownDataText.stepRefused}
            onChange={(step) => onChange({ step })}
          />
          {reading.targetType === 'numbers' && (
            <CountField
              label={ownDataText.ahead}
              value={reading.ahead ?? 0}
              least={0}
              most={100_000}
              refusal={ownDataText.aheadRefused}
              onChange={(ahead) => onChange({ ahead })}
            />
          )}
        </>
      )}
    </>
  );
}

function ArrayChoices({
  recognised,
  reading,
  onChange,
}: Props & { readonly recognised: Extract<Recognised, { type: 'arrays' }> }): ReactElement {
  const names = recognised.arrays.map(({ name }) => name);
  return (
    <>
      <SelectField
        label={ownDataText.inputs}
        options={names}
        value={reading.inputs ?? ''}
        disabled={false}
        onChange={(inputs) => onChange({ inputs, outputs: undefined, targetType: undefined })}
      />
      <SelectField
        label={ownDataText.outputs}
        options={names}
        value={reading.outputs ?? ''}
        disabled={false}
        onChange={(outputs) => onChange({ outputs, targetType: undefined })}
      />
      <Choice
        label={ownDataText.targetType}
        names={ownDataText.targetTypes}
        value={reading.targetType ?? 'classes'}
        onChange={(targetType) => onChange({ targetType })}
      />
    </>
  );
}

function SoundChoices({ reading, onChange }: Omit<Props, 'recognised'>): ReactElement {
  return (
    <>
      <Choice
        label={ownDataText.features}
        names={ownDataText.featureKinds}
        value={reading.features ?? 'log-mel'}
        onChange={(features) => onChange({ features })}
      />
      <NumberField
        label={ownDataText.seconds}
        value={reading.seconds ?? 1}
        width={72}
        disabled={false}
        accepts={(value) => value > 0 && value <= 60}
        refusal={ownDataText.secondsRefused}
        onChange={(seconds) => onChange({ seconds })}
      />
      <Choice
        label={ownDataText.classesFrom}
        names={ownDataText.classSources}
        value={reading.classesFrom ?? 'folders'}
        onChange={(classesFrom) => onChange({ classesFrom })}
      />
    </>
  );
}

/** What can be chosen of how the files become samples. */
export function Choices({ recognised, reading, onChange }: Props): ReactElement {
  return (
    <div className="own-choices">
      {recognised.type === 'table' && <TableChoices {...{ recognised, reading, onChange }} />}
      {recognised.type === 'arrays' && <ArrayChoices {...{ recognised, reading, onChange }} />}
      {recognised.type === 'sounds' && <SoundChoices {...{ reading, onChange }} />}
      {recognised.type === 'human-activity' && recognised.signals && recognised.features && (
        <Choice
          label={ownDataText.signals}
          names={ownDataText.signalKinds}
          value={reading.inputs === 'features' ? 'features' : 'signals'}
          onChange={(inputs) => onChange({ inputs })}
        />
      )}
      {recognised.type !== 'human-activity' && (
        <CountField
          label={ownDataText.testShare}
          value={Math.round((reading.testShare ?? 0.2) * 100)}
          least={1}
          most={90}
          refusal={ownDataText.testRefused}
          onChange={(share) => onChange({ testShare: share / 100 })}
        />
      )}
      <Choice
        label={ownDataText.standardize}
        names={ownDataText.standardizes}
        value={reading.standardize ? 'standard' : 'raw'}
        onChange={(kind) => onChange({ standardize: kind === 'standard' })}
      />
    </div>
  );
}
