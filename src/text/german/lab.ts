import type { lab as english } from '../lab.ts';

export const lab: typeof english = {
  units: { batch: 'Schritt', epoch: 'Epoche' },

  moments: { rate: (factor) => `lr × ${factor}`, best: 'beste', stopped: 'gestoppt' },

  curves: {
    view: 'Ansicht der Kurven',
    button: 'Ansicht',
    smoothing: 'Glätten',
    smoothingOff: 'aus',
    log: 'Logarithmische Achse für den Loss',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    whole: 'Ganzer Lauf',
    chart: (metric, unit) => `${metric} je ${unit}`,
    help: 'Pfeiltasten laufen die Kurve entlang, Plus vergrößert, Escape verkleinert. Zieh über einen Teil, um ihn näher zu sehen.',
    nothing: 'noch nichts',
    at: (unit, step) => `${unit} ${step}`,
    read: (series, value) => `${series} ${value}`,
  },

  shows: { label: 'Was vom Lauf gezeigt wird', curves: 'Kurven', layers: 'Schichten' },

  health: {
    title: 'Wie es jeder Schicht geht',
    empty:
      'Noch ist nichts trainiert. Während des Trainings zählt das hier tote Units und gesättigte Aktivierungen jeder Schicht und wie lang ihr Gradient ist.',
    layer: 'Schicht',
    open: (name) => `Lupe von ${name} öffnen`,
    heads: { dead: 'Tote Units', saturated: 'Gesättigt', gradient: 'Gradient' },
    meanings: {
      dead: '0 bei jedem Bild',
      saturated: 'wo es flach ist',
      gradient: 'seine Länge; Balken 10⁻⁶ bis 100',
    },
    step: (step) => `Schritt ${step},`,
    when: 'ein Batch vor seinem Update. Zeig auf eine Zahl, um zu lesen, was sie zählt.',
    none: '–',
    deadOf: (dead, units) => `${dead} von ${units}`,
    deadWhy: (dead, units) =>
      `${dead} ihrer ${units} Units gaben bei jedem Bild dieses Batches überall 0. Ein ReLU, das 0 gibt, leitet keinen Gradienten weiter; aus diesen Bildern lernt eine solche Unit also nichts.`,
    saturatedWhy: (share, name) =>
      `${share} ihrer Ausgaben, über alle Bilder dieses Batches, liegen höchstens 0,01 von einer Grenze von ${name} entfernt. Dort ist die Funktion fast flach, also kommt kaum Gradient hindurch.`,
    sureWhy: (share, name) =>
      `Bei ${share} der Zeilen, die ${name} in diesem Batch bekam, liegt die größte Ausgabe über 0,99. Dort ist die Funktion fast flach.`,
    gradientWhy: (count) =>
      `Die Wurzel aus der Summe der Quadrate der Ableitungen des Loss nach allen ${count} Gewichten der Schicht. Nahe 0 lernt sie kaum; wächst die Länge von Schritt zu Schritt, kann das Training scheitern.`,
  },

  runs: {
    title: 'Frühere Läufe',
    button: (count) => `${count} früher`,
    number: (number) => `Lauf ${number}`,
    show: (number) => `Lauf ${number} zeigen`,
    forget: (number) => `Lauf ${number} vergessen`,
    after: (changes) => `dann ${changes}`,
    same: 'noch einmal dasselbe',
    result: (loss, accuracy) => `Loss ${loss}${accuracy ? `, Genauigkeit ${accuracy}` : ''}`,
  },

  changes: {
    changed: (path, from, to) => `${path} ${from} zu ${to}`,
    added: (path) => `${path} neu`,
    removed: (path) => `${path} entfernt`,
    moved: 'Schichten umgeordnet',
    none: 'keine',
    more: (count) => `und ${count} weitere`,
  },

  mistakes: {
    count: (count) => `${count} Fehler`,
    all: 'Die sichersten Fehler zuerst',
    between: (truth, prediction) => `${truth} für ${prediction} gehalten, die sichersten zuerst`,
    right: (name) => `${name}, richtig erkannt, die unsichersten zuerst`,
    none: 'Hier gibt es keine Fehler.',
    cell: (count, truth, prediction) => `${count}: richtig ${truth}, gehalten für ${prediction}`,
    sample: (index, truth, prediction, confidence) =>
      `Testbeispiel ${index}, richtig ${truth}, gehalten für ${prediction}, zu ${confidence} sicher`,
  },

  save: {
    label: 'Speichern',
    name: 'Kurven und Verlauf speichern',
    lossSvg: 'Loss, SVG',
    lossPng: 'Loss, PNG',
    accuracySvg: 'Genauigkeit, SVG',
    accuracyPng: 'Genauigkeit, PNG',
    batches: 'Batches, CSV',
    epochs: 'Epochen, CSV',
  },
};
