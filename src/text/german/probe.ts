import { plural } from '../language.ts';
import type { probeText as english } from '../probe.ts';

export const probeText: typeof english = {
  sources: 'Woher die Eingabe kommt',
  tabs: { samples: 'Daten', draw: 'Malen', picture: 'Bild', text: 'Wörter', type: 'Tippen' },
  axes: {
    steps: (count, each, all) =>
      `${count} ${plural(count, { one: `Schritt von ${each}`, other: `Schritte von ${each}, zusammen ${all}` })}`,
    words: (count) => `${count} Wörter`,
    channels: (names) => `Kanäle: ${names.join(', ')}`,
    rate: (rate) => `${rate} Hz`,
  },
  notPicture: (shape) =>
    `Die Eingabe dieses Modells ist ${shape}. Zeichnungen und Bilder brauchen Zeilen, Spalten und 1 oder 3 Kanäle.`,

  range: {
    ink: (min, max) => `${min} bis ${max}; 0 ist Hintergrund`,
    colors: (min, max) => `${min} bis ${max}; 0 ist dunkel`,
    beyond: (min, max, least, most) => `${min} bis ${max}; die Daten: ${least} bis ${most}`,
    free: (min, max) => `${min} bis ${max}; beliebige Zahlen`,
    data: (min, max) => `${min} bis ${max}`,
  },

  text: {
    label: 'Ein Text',
    take: 'Ansehen',
    empty: 'Tippe ein paar Wörter.',
    help: 'Wörter werden im Wortschatz der Daten nachgeschlagen, der englisch ist.',
    cutTo: 'Der Anfang eines Testsatzes',
    typed: (text, unknown, cut) =>
      [
        `„${text}“, getippt`,
        ...(unknown.length > 0 ? [`nicht im Wortschatz: ${unknown.join(', ')}`] : []),
        ...(cut > 0
          ? [`${cut} ${plural(cut, { one: 'Wort hat', other: 'Wörter haben' })} keinen Platz`]
          : []),
      ].join('; '),
  },

  sound: 'Klang abspielen',

  shift: {
    title: 'Zeitlich verschieben',
    steps: 'Schritte',
    fill: 'Nachgefüllt',
    fills: { zeros: 'Nullen', edge: 'Rand' },
    later: (steps) => `${steps} später`,
    earlier: (steps) => `${steps} früher`,
  },

  move: {
    title: 'Bewegen und drehen',
    dx: 'Rechts',
    dy: 'Unten',
    rotate: 'Drehen',
    scale: 'Skalieren',
    reset: 'Zurück zum Original',
    degrees: (value) => `${value}°`,
    times: (value) => `×${value}`,
    said: (parts) => `Bewegt: ${parts.join(', ')}`,
    right: (cells) => `${cells} nach rechts`,
    left: (cells) => `${cells} nach links`,
    down: (cells) => `${cells} nach unten`,
    up: (cells) => `${cells} nach oben`,
    clockwise: (degrees) => `${degrees}° im Uhrzeigersinn`,
    counter: (degrees) => `${degrees}° gegen den Uhrzeigersinn`,
  },

  draw: {
    pad: 'Zeichenfläche',
    help: 'Pfeiltasten bewegen den Stift, die Leertaste setzt ihn auf und hebt ihn ab.',
    pen: 'Strichbreite',
    color: 'Farbe',
    eraser: 'Radierer',
    undo: 'Letzten Strich zurücknehmen',
    clear: 'Leeren',
    centred: 'Zentriert wie MNIST',
    drawn: 'Von Hand gezeichnet',
    drawnCentred: 'Gezeichnet, zentriert wie MNIST',
    at: (row, col, down) => `Zeile ${row}, Spalte ${col}, Stift ${down ? 'unten' : 'oben'}`,
  },

  picture: {
    choose: 'Datei wählen',
    camera: 'Kamera',
    take: 'Aufnehmen',
    close: 'Kamera schließen',
    preview: 'Was die Kamera sieht',
    waiting: 'Die Kamera startet…',
    loading: 'Das Bild wird gelesen…',
    elsewhere: 'Oder zieh ein Bild auf die Seite, oder füge eines mit Strg V ein.',
    how: 'Einpassen',
    hows: { contain: 'Ganz', cover: 'Füllen', stretch: 'Strecken' },
    invert: 'Umkehren',
    inverts: { auto: 'Auto', on: 'An', off: 'Aus' },
    threshold: 'Abschneiden unter',
    photo: 'Foto',
    made: (size, shape, steps) => [`${size} auf ${shape} skaliert`, ...steps].join(', '),
    named: (name, size) => `${name}, ${size}`,
    photos: 'Freie Fotos',
    photosAbout: 'Freie Fotos, alle CC0 1.0',
    photosLoading: 'Freie Fotos werden geladen…',
    photosFailed: 'Die freien Fotos konnten nicht geladen werden.',
    steps: {
      contain: 'Ränder ergänzt',
      cover: 'Seiten abgeschnitten',
      stretch: 'gestreckt',
      gray: 'grau gemacht',
      inverted: 'umgekehrt',
      centred: 'zentriert wie MNIST',
      threshold: (value) => `unter ${value} auf 0 gesetzt`,
    },
  },

  refused: {
    empty: 'Diese Datei ist leer: Sie hat 0 Bytes.',
    'too-heavy': 'Diese Datei ist größer als 50 MB. Mach sie zuerst kleiner.',
    'no-picture':
      'Das ist kein Bild, das der Browser lesen kann. PNG, JPEG, WebP, GIF und SVG gehen überall.',
    heic: 'Dieser Browser kann keine HEIC-Bilder lesen. Speichere es zuerst als JPEG oder PNG.',
    'too-many-pixels': 'Dieses Bild hat mehr als 150 Megapixel. Mach es zuerst kleiner.',
    'svg-too-heavy': 'Dieses SVG ist größer als 1 MB. Speichere es zuerst als PNG.',
    'svg-too-much':
      'Dieses SVG würde zu viel zeichnen oder enthält eigene Bilder oder Entitäten. Speichere es zuerst als PNG.',
    'too-slow': 'Dieses Bild zu lesen dauerte zu lange. Mach es zuerst kleiner.',
    'no-file': 'In dem, was gezogen oder eingefügt wurde, ist kein Bild.',
    'camera-denied':
      'Die Kamera wurde nicht erlaubt. In den Einstellungen des Browsers für diese Website lässt sie sich erlauben.',
    'camera-absent': 'Es wurde keine Kamera gefunden.',
    'camera-busy': 'Die Kamera ließ sich nicht starten; vielleicht benutzt sie ein anderes Programm.',
    'camera-unknown':
      'Diese Seite hat keinen Zugriff auf eine Kamera: Dafür braucht es https und einen Frame, der es erlaubt.',
  },
};
