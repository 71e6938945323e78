import type { builder as english } from '../builder.ts';

export const builder: typeof english = {
  insertAfter: (name) => `Schicht nach ${name} einfügen`,
  more: (name) => `${name} ändern`,
  later: (name, said) => `${name}, weiter hinten: ${said}`,
  total: (params, macs) => `${params} Parameter, ${macs} MACs`,
  million: (count) => `${count} Mio.`,
  billion: (count) => `${count} Mrd.`,

  palette: {
    title: (name) => `Schicht nach ${name} einfügen`,
    search: 'Nach Name oder Zweck suchen',
    none: 'Keine Schicht heißt so.',
    refused: (said) => `Nicht hier: ${said}`,
    elsewhere: (name) => `Kommt nach ${name}, an die nächste mögliche Stelle.`,
  },

  menu: {
    title: (name) => `${name} ändern`,
    rename: 'Umbenennen…',
    duplicate: 'Verdoppeln',
    left: 'Nach links',
    right: 'Nach rechts',
    up: 'Nach oben',
    down: 'Nach unten',
    insert: 'Schicht dahinter einfügen…',
    remove: 'Entfernen',
  },

  rename: { label: 'Neuer Name', apply: 'Umbenennen' },

  refusal: { title: 'Nicht möglich', dismiss: 'Schließen' },

  form: {
    title: (name) => `Einstellungen von ${name}`,
    output: 'Ausgabe',
    params: 'Parameter',
    macs: 'MACs',
    unset: 'None',
    defaulted: 'Standard',
    help: 'Zahlen gelten ab Enter.',
    reset: (value) => `Zurück zum Standard, ${value}`,
    byDefault: (value) => `Standard ${value}.`,
    required: 'Keras hat dafür keinen Standard.',
    notNumber: 'Hier gehört eine Zahl hin.',
    notSizes: 'Eine ganze Zahl für alle Achsen oder eine je Achse, etwa 3×3.',
    notIntegers: 'Hier gehören ganze Zahlen hin, etwa 2×3.',
    notPairs: 'Eine ganze Zahl oder je Achse davor und danach, etwa (1, 0), (2, 2).',
    nearest: 'Nächster möglicher Wert:',
    apply: (argument, value) => `${argument} ${value}`,
  },

  wiring: {
    reads: 'liest',
    choose: (names) => `Liest ${names}. Wähle, was die Schicht liest.`,
    output: 'Ausgabe des Modells',
  },

  input: {
    title: 'Die Eingabe des Modells',
    change: (shape) => `Eingabe, ${shape}. Eingabe des Modells ändern.`,
    shape: 'Form, None wo frei',
    batch: 'Batchgröße, None wenn beliebig',
    apply: 'Übernehmen',
    notSizes: 'Hier gehören ganze Zahlen ab 1 hin oder None.',
  },

  done: {
    insert: (name) => `${name} einfügen`,
    remove: (name) => `${name} entfernen`,
    move: (name) => `${name} verschieben`,
    rename: (name, next) => `${name} in ${next} umbenennen`,
    duplicate: (name) => `${name} verdoppeln`,
    output: (name) => `${name}: Ausgabe des Modells`,
    noOutput: (name) => `${name}: keine Ausgabe des Modells`,
    set: (name, argument, value) => `${name}: ${argument} ${value}`,
  },

  history: {
    title: 'Verlauf',
    name: 'Diesen Stand benennen',
    nameLabel: 'Name dieses Stands',
    save: 'Speichern',
  },

  keys: {
    intro: 'Wenn der Name einer Schicht den Fokus hat:',
    open: 'Einfg, +',
    openDoes: 'eine Schicht dahinter einfügen',
    remove: 'Entf',
    removeDoes: 'sie entfernen',
    move: 'Alt ←, Alt →',
    moveDoes: 'sie verschieben',
    rename: 'F2',
    renameDoes: 'sie umbenennen',
    duplicate: 'Strg D',
    duplicateDoes: 'sie verdoppeln',
  },
};
