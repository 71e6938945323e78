import type { ReactElement, ReactNode, RefObject } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';

interface Page<T extends string> {
  readonly id: T;
  readonly title: ReactNode;
  readonly content: () => ReactElement;
}

interface Props<T extends string> {
  readonly label: string;
  readonly className: string;
  readonly pages: readonly Page<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly vertical: boolean;
  readonly list?: RefObject<HTMLDivElement | null>;
}

/** Pages of which one is in view and only that one is there; arrow keys move between their tabs. */
export function TabPages<T extends string>({
  label,
  className,
  pages,
  value,
  onChange,
  vertical,
  list,
}: Props<T>): ReactElement {
  return (
    <Tabs
      className={className}
      selectedKey={value}
      orientation={vertical ? 'vertical' : 'horizontal'}
      onSelectionChange={(key) => {
        const chosen = pages.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <TabList className="tab-list" aria-label={label} {...(list && { ref: list })}>
        {pages.map(({ id, title }) => (
          <Tab key={id} id={id} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {id === value && content()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
