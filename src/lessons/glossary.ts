/** A word, and what it means in one or two sentences. */
interface Entry {
  readonly word: string;
  readonly meaning: string;
}

/** Words that lessons explain in place: `<Term id="stride">strides</Term>`. In the order of the alphabet. */
export const GLOSSARY: Readonly<Record<string, { readonly en: Entry; readonly de: Entry }>> = {
  bias: {
    en: {
      word: 'bias',
      meaning: 'A number of each filter or unit that is added to its sum, whatever the input is.',
    },
    de: {
      word: 'Bias',
      meaning:
        'Eine Zahl jedes Filters oder jeder Unit, die zu seiner Summe addiert wird, gleich, was die Eingabe ist.',
    },
  },
  causal: {
    en: {
      word: 'causal',
      meaning:
        'Without a look ahead: an output depends on input of its own step and of earlier ones, never of later ones.',
    },
    de: {
      word: 'kausal',
      meaning:
        'Ohne Blick voraus: Eine Ausgabe hängt von der Eingabe ihres eigenen Schrittes und früherer Schritte ab, nie von der späterer.',
    },
  },
  'cell-state': {
    en: {
      word: 'cell state',
      meaning:
        'What an LSTM unit keeps inside from step to step. It is not given out; what is, the output gate takes from it.',
    },
    de: {
      word: 'Zellzustand',
      meaning:
        'Was eine LSTM-Unit von Schritt zu Schritt in sich behält. Ausgegeben wird nur, was das Output-Gate davon durchlässt.',
    },
  },
  channel: {
    en: {
      word: 'channel',
      meaning:
        'One of the numbers that stand at every place: red, green and blue of a picture’s pixel, or one map of many.',
    },
    de: {
      word: 'Kanal',
      meaning:
        'Eine der Zahlen, die an jeder Stelle stehen: Rot, Grün und Blau eines Pixels, oder eine Feature-Map von vielen.',
    },
  },
  'cross-correlation': {
    en: {
      word: 'cross-correlation',
      meaning:
        'Sliding weights over an input as they are, multiplying and adding. A convolution in mathematics turns the weights round first; layers that are called convolution do not.',
    },
    de: {
      word: 'Kreuzkorrelation',
      meaning:
        'Gewichte über eine Eingabe gleiten lassen, wie sie sind, multiplizieren und addieren. Die Faltung der Mathematik dreht die Gewichte vorher um; Schichten, die Faltung heißen, tun das nicht.',
    },
  },
  dilation: {
    en: {
      word: 'dilation',
      meaning:
        'The distance between neighbouring weights of a kernel. With 1 they lie side by side, with 2 every second cell is left out.',
    },
    de: {
      word: 'Dilation',
      meaning:
        'Der Abstand benachbarter Gewichte eines Kernels. Bei 1 liegen sie nebeneinander, bei 2 ist jede zweite Zelle ausgelassen.',
    },
  },
  embedding: {
    en: {
      word: 'embedding',
      meaning:
        'A table with a row of numbers for every word. The word’s number says which row is taken; the rows are learned.',
    },
    de: {
      word: 'Embedding',
      meaning:
        'Eine Tabelle mit einer Zeile Zahlen für jedes Wort. Die Nummer des Wortes sagt, welche Zeile genommen wird; gelernt werden die Zeilen.',
    },
  },
  feature: {
    en: {
      word: 'feature',
      meaning:
        'One of the quantities that are known at every step, such as temperature or humidity; the channels of a series.',
    },
    de: {
      word: 'Merkmal',
      meaning:
        'Eine der Größen, die in jedem Schritt bekannt sind, etwa Temperatur oder Luftfeuchte; die Kanäle einer Reihe.',
    },
  },
  'feature-map': {
    en: {
      word: 'feature map',
      meaning:
        'What one filter gives: a number for each place of its window, which says how much of its pattern is there.',
    },
    de: {
      word: 'Feature-Map',
      meaning:
        'Was ein Filter ausgibt: für jede Stelle seines Fensters eine Zahl, die sagt, wie viel von seinem Muster dort ist.',
    },
  },
  filter: {
    en: {
      word: 'filter',
      meaning: 'One kernel through all channels of the input, with its bias. It gives one feature map.',
    },
    de: {
      word: 'Filter',
      meaning: 'Ein Kernel durch alle Kanäle der Eingabe, mit seinem Bias. Er gibt eine Feature-Map.',
    },
  },
  gate: {
    en: {
      word: 'gate',
      meaning:
        'A sum through a sigmoid, from 0 to 1: the share of something that is let through. 0 is closed, 1 is open.',
    },
    de: {
      word: 'Gate',
      meaning:
        'Eine Summe, durch eine Sigmoidfunktion auf 0 bis 1 gebracht: der Anteil, der durchgelassen wird. 0 ist zu, 1 ist offen.',
    },
  },
  kernel: {
    en: {
      word: 'kernel',
      meaning:
        'The weights that slide over the input. At each place they are multiplied with what lies under them, and the products are added up.',
    },
    de: {
      word: 'Kernel',
      meaning:
        'Die Gewichte, die über die Eingabe gleiten. An jeder Stelle werden sie mit dem multipliziert, was unter ihnen liegt, und die Produkte werden addiert.',
    },
  },
  padding: {
    en: {
      word: 'padding',
      meaning:
        'Zeros that are set around the input, so that windows have room at its edges. `valid` sets none, `same` as many as the output needs to stay as large as the input.',
    },
    de: {
      word: 'Padding',
      meaning:
        'Nullen, die um die Eingabe gesetzt werden, damit Fenster am Rand Platz haben. `valid` setzt keine, `same` so viele, dass die Ausgabe so groß bleibt wie die Eingabe.',
    },
  },
  pooling: {
    en: {
      word: 'pooling',
      meaning:
        'Makes one number of each window, its largest or its mean, each channel for itself. It has no weights.',
    },
    de: {
      word: 'Pooling',
      meaning:
        'Macht aus jedem Fenster eine Zahl, die größte oder den Mittelwert, jeder Kanal für sich. Es hat keine Gewichte.',
    },
  },
  'receptive-field': {
    en: {
      word: 'receptive field',
      meaning: 'The input cells that one output cell can see, through all layers between them.',
    },
    de: {
      word: 'rezeptives Feld',
      meaning: 'Die Eingabezellen, die eine Ausgabezelle durch alle Schichten dazwischen sehen kann.',
    },
  },
  relu: {
    en: {
      word: 'ReLU',
      meaning: 'Rectified linear unit: max(0, x). What is below zero becomes 0, the rest stays.',
    },
    de: {
      word: 'ReLU',
      meaning: 'Rectified Linear Unit: max(0, x). Was unter null liegt, wird 0, der Rest bleibt.',
    },
  },
  sequence: {
    en: {
      word: 'sequence',
      meaning: 'Things in an order, one after another in time: the words of a sentence, or measurements.',
    },
    de: {
      word: 'Sequenz',
      meaning:
        'Dinge in einer Reihenfolge, in der Zeit eins nach dem anderen: die Wörter eines Satzes oder Messwerte.',
    },
  },
  softmax: {
    en: {
      word: 'softmax',
      meaning:
        'Exponentials divided by their sum: positive numbers that add up to 1 and are read as shares or probabilities.',
    },
    de: {
      word: 'Softmax',
      meaning:
        'Exponentialwerte, geteilt durch ihre Summe: positive Zahlen, die zusammen 1 ergeben und als Anteile oder Wahrscheinlichkeiten gelesen werden.',
    },
  },
  sparse: {
    en: { word: 'sparse', meaning: 'Mostly zeros: only a few cells hold something else.' },
    de: { word: 'dünn besetzt', meaning: 'Größtenteils Nullen: Nur in wenigen Zellen steht etwas anderes.' },
  },
  state: {
    en: {
      word: 'state',
      meaning:
        'What a recurrent layer carries from one step to the next: the hidden state, which it also gives out, and in an LSTM the cell state.',
    },
    de: {
      word: 'Zustand',
      meaning:
        'Was eine rekurrente Schicht von einem Schritt zum nächsten mitnimmt: den verborgenen Zustand, den sie auch ausgibt, und beim LSTM den Zellzustand.',
    },
  },
  stride: {
    en: {
      word: 'stride',
      meaning: 'How many cells the window moves on from one output cell to the next.',
    },
    de: {
      word: 'Schrittweite',
      meaning: 'Um wie viele Zellen das Fenster von einer Ausgabezelle zur nächsten weiterrückt.',
    },
  },
  'time-step': {
    en: {
      word: 'time step',
      meaning: 'One place of a sequence: one word, one hour, one measurement with all its channels.',
    },
    de: {
      word: 'Zeitschritt',
      meaning: 'Eine Stelle einer Sequenz: ein Wort, eine Stunde, eine Messung mit allen Kanälen.',
    },
  },
  unit: {
    en: {
      word: 'unit',
      meaning:
        'One of the numbers that a layer gives, with the weights that make it. In an LSTM each unit has three gates and a memory of its own.',
    },
    de: {
      word: 'Unit',
      meaning:
        'Eine der Zahlen, die eine Schicht ausgibt, mit den Gewichten, die sie ergeben. Im LSTM hat jede Unit drei Gates und ein eigenes Gedächtnis.',
    },
  },
  window: {
    en: {
      word: 'window',
      meaning: 'The input cells that one output cell looks at.',
    },
    de: {
      word: 'Fenster',
      meaning: 'Die Eingabezellen, auf die eine Ausgabezelle schaut.',
    },
  },
};
