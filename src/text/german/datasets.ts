import type { dataText as english, datasetTexts as englishTexts } from '../datasets.ts';

type DatasetText = (typeof englishTexts)[string];

/** Licences are the same in every language. */
export const datasetTexts: Readonly<Record<string, Omit<DatasetText, 'licences'>>> = {
  custom: {
    title: 'Deine eigenen',
    about: 'Daten, die du geöffnet hast.',
    packing: 'Ein Link enthält nur ihre Beschreibung, nicht die Daten.',
  },
  mnist: {
    title: 'Ziffern',
    about: 'Handgeschriebene Ziffern aus MNIST, von LeCun, Cortes und Burges.',
    packing: '10.000 der 70.000 Bilder, mit festem Seed gemischt.',
  },
  'fashion-mnist': {
    title: 'Kleidung',
    about: 'Kleidung aus Fashion-MNIST, von Zalando Research; schwerer als Ziffern.',
    packing: '4.000 der 70.000 Bilder, gleich viele aus jeder Klasse; fester Seed.',
  },
  emoji: {
    title: 'Emoji',
    about: 'Dieselben Zeichen in vier Stilen; Twemoji kommt im Training nie vor.',
    packing: '66 Zeichen je Klasse, nach den Gruppen von Unicode, auf Weiß, zugeschnitten, zentriert.',
  },
  activity: {
    title: 'Bewegung',
    about:
      'Sechs Schulterübungen, eine Uhr am Handgelenk mit 50 Hz; getestet wird mit späteren Fenstern derselben zehn Personen.',
    packing:
      'Ohne das Pendeln mit hängendem Arm; die Körperbeschleunigung ist die gesamte ohne ihren langsamen Anteil.',
  },
  weather: {
    title: 'Wetter',
    about: 'Stunde für Stunde am Flughafen JFK, New York, 2013: Wie warm ist es zwölf Stunden später?',
    packing: 'Fehlende Stunden sind linear ergänzt; Mitte Oktober bis Dezember ist zum Testen.',
  },
  series: {
    title: 'Übliche Temperatur',
    about: 'Was in Seattle zu jeder Stunde des Jahres üblich ist, im Mittel von 1981 bis 2010.',
    packing: 'Nur die Temperatur; Mitte Oktober bis Dezember ist zum Testen.',
  },
  sentences: {
    title: 'Sätze',
    about: 'Lob oder Tadel, auf Englisch? Die Hälfte kehrt ein Wort um: „not clean“.',
    packing:
      'Aus Wendungen erzeugt, die für diese Seite geschrieben wurden; zum Testen sind andere Themen und Wortpaare.',
  },
  'spoken-digits': {
    title: 'Gesprochene Ziffern',
    about:
      'Null bis neun auf Englisch, von espeak-ng synthetisiert; die Teststimmen kommen im Training nie vor.',
    packing: 'Log-Mel-Spektrogramme mit 28 Bändern bis 4 kHz, alle 16 ms ein Frame.',
  },
  'spoken-digits-mfcc': {
    title: 'Gesprochene Ziffern, MFCCs',
    about:
      'Null bis neun auf Englisch, von espeak-ng synthetisiert; die Teststimmen kommen im Training nie vor.',
    packing: 'Je MFCC von 40 der zeitliche Mittelwert, abzüglich seines Mittels im Training.',
  },
  'spoken-digits-pitch': {
    title: 'Tonhöhe von Stimmen',
    about:
      'Wie hoch ist eine Stimme? Ziffern, von espeak-ng synthetisiert, in Stimmen, die im Training nie vorkommen.',
    packing: 'Von jedem der 40 MFCCs der Mittelwert; die Tonhöhe durch Autokorrelation bestimmt.',
  },
  spectra: {
    title: 'Spektren',
    about: 'Erzeugt: 50 Bänder mit vier Linien. Ist eine davon dunkel?',
    packing: 'Mit festem Seed gezogen.',
  },
  sequences: {
    title: 'Ereignisse',
    about:
      'Erzeugt: 64 Ereignisse von 100 Arten. Folgen drei Arten in einer bestimmten Reihenfolge aufeinander?',
    packing: 'Mit festem Seed gezogen; eine 1 im Kanal der jeweiligen Art.',
  },
  waves: {
    title: 'Wellen',
    about: 'Erzeugt: drei Signale mit 1.000 Schritten. Welche Form haben sie?',
    packing: 'Mit festem Seed gezogen.',
  },
  'many-outputs': {
    title: 'Sechzehn Sektoren',
    about: 'Erzeugt: sechzehn Punkte. In welchem von sieben Kreissektoren liegt jeder?',
    packing: 'Mit festem Seed gezogen.',
  },
  photos: {
    title: 'Fotos',
    about: 'Zwölf freie Fotos, um Kernel darauf anzuwenden.',
    packing: 'Von jedem das größte Quadrat, auf 96×96 verkleinert.',
  },
};

export const dataText: typeof english = {
  title: 'Daten',
  choose: 'Datensatz',
  facts: (shape, target) => `${shape}, ${target}`,
  targets: {
    classes: (count) => `${count} Klassen`,
    numbers: (names, unit) => (unit === '' ? names : `${names} in ${unit}`),
    heads: (heads, classes) => `${heads} Köpfe mit je ${classes} Klassen`,
  },
  origins: {
    recorded: 'Aufgenommen.',
    synthesised: 'Von einem Programm synthetisiert, nicht aufgenommen.',
    generated: 'Von einem Programm erzeugt, nicht aufgenommen.',
    written: 'Für diese Seite geschrieben.',
    own: 'Deine: Sie bleiben in diesem Browser.',
  },
  all: 'Alle Beispiele',
  ofSamples: (name, count) => `${name}: ${count}`,
  sample: (split, truth, index) => `${split}, ${truth}, Nummer ${index}`,
  series: 'Die Reihe und das aktuelle Fenster',
  seriesText: (train, test) =>
    `Ein Beispiel ist ein Fenster der Reihe. ${train} Fenster aus ihrem ersten Teil sind zum Trainieren, ${test} aus dem letzten zum Testen; keines liegt über der Grenze.`,
  window: (rows) => `Fenster von ${rows}`,
  forecast: 'vorherzusagen',
  licence: 'Lizenz',
  use: 'Für dieses Modell verwenden',
  useNote: 'Die Gewichte beginnen neu aus dem Seed.',
  misfit: (expected, received) =>
    `Passt nicht zu diesem Modell: Nötig ist ${expected}, das Modell hat ${received}.`,
  open: (title) => `„${title}“ öffnen`,
  split: 'Die Aufteilung',
  train: 'Training',
  validation: 'Validierung',
  test: 'Test',
  splitText: (train, validation, test) =>
    `${train} zum Trainieren, ${validation} zum Validieren, ${test} zum Testen`,
  trainSize: 'Zum Trainieren',
  testSize: 'Zum Testen',
  sizeRefused: (most) => `1 bis ${most}`,
  classButton: (name, train, test) => `${name}: ${train} zum Trainieren, ${test} zum Testen. Bilder zeigen.`,
  counts: (train, test) => `${train} + ${test}`,
  countsHelp: 'Bilder zum Trainieren und zum Testen',
  back: 'Alle Klassen',
  of: (name, count) => `${name}: ${count} Bilder`,
  page: (first, last, count) => `${first} bis ${last} von ${count}`,
  previous: 'Vorige Bilder',
  next: 'Nächste Bilder',
  picture: (split, name, index) => `${split}, ${name}, Nummer ${index}`,
  choosePicture: 'Wähle eines, um es im Netz anzusehen.',
  lookOnly: 'Diese Bilder passen nicht zum aktuellen Modell.',
  loading: 'Die Bilder werden geladen…',
  failed:
    'Die Bilder konnten nicht geladen werden. Prüfe die Verbindung und wähle den Datensatz dann noch einmal.',
};
