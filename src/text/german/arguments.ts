import type { meanings as english, meaningsInLayer as englishInLayer } from '../arguments.ts';

export const meanings: typeof english = {
  filters: 'Wie viele Kernel es gibt: Jeder erzeugt eine Feature-Map.',
  kernel_size: 'Größe des Fensters, das jeder Kernel abdeckt, eine Zahl je Achse.',
  strides: 'Um wie viele Zellen das Fenster jeweils weiterrückt, eine Zahl je Achse.',
  padding:
    '„valid“ hält die Fenster innerhalb der Map; „same“ ergänzt ringsum Nullen, sodass Schrittweite 1 die Größe erhält.',
  data_format: 'Ob die Kanäle die letzte oder die erste Achse der Eingabe sind.',
  dilation_rate: 'Abstand der Zellen, die ein Kernel ansieht; bei 1 gibt es keine Lücken.',
  groups:
    'In wie viele Gruppen Kanäle und Filter zerfallen; Filter sehen nur die Kanäle ihrer eigenen Gruppe.',
  depth_multiplier: 'In wie viele Maps jeder Eingabekanal gefiltert wird.',
  output_padding:
    'Zellen, die an jede Achse der Ausgabe angefügt werden; bei None entscheiden die Schrittweiten.',
  activation: 'Funktion, die auf jede Summe angewendet wird, bevor sie die Schicht verlässt.',
  use_bias: 'Ob zu jeder Ausgabe eine gelernte Zahl addiert wird.',
  kernel_initializer: 'Wie die Gewichte vor dem Training gezogen werden.',
  bias_initializer: 'Womit die Biases beginnen.',
  pool_size: 'Größe des Fensters, das zu einer Zelle wird, eine Zahl je Achse.',
  keepdims: 'Ob die Achsen der Map mit Größe 1 erhalten bleiben.',
  units: 'Wie viele Ausgaben es gibt: Jede gewichtet alle Eingaben.',
  rate: 'Anteil der Eingaben, der in jedem Trainingsschritt auf 0 gesetzt wird.',
  seed: 'Zahl, aus der die Zufallswahl folgt; None nimmt die des Dokuments.',
  max_value: 'Größter Wert, der herauskommt; None für keine Grenze.',
  negative_slope: 'Steigung unterhalb der Schwelle; 0 schneidet ab.',
  threshold: 'Wert, bis zu dem Eingaben abgeschnitten werden.',
  kernel_regularizer: 'Was große Kernel-Gewichte zum Loss beitragen.',
  bias_regularizer: 'Was große Biases zum Loss beitragen.',
  activity_regularizer: 'Was große Ausgaben zum Loss beitragen.',
  depthwise_initializer: 'Wie die Gewichte, die jeden Kanal filtern, vor dem Training gezogen werden.',
  pointwise_initializer: 'Wie die Gewichte, die die Kanäle mischen, vor dem Training gezogen werden.',
  depthwise_regularizer: 'Was große Gewichte, die jeden Kanal filtern, zum Loss beitragen.',
  pointwise_regularizer: 'Was große Gewichte, die die Kanäle mischen, zum Loss beitragen.',
  depthwise_constraint:
    'Worauf die Gewichte, die jeden Kanal filtern, nach jedem Schritt zurückgebracht werden.',
  pointwise_constraint:
    'Worauf die Gewichte, die die Kanäle mischen, nach jedem Schritt zurückgebracht werden.',
  kernel_constraint: 'Worauf der Kernel nach jedem Trainingsschritt zurückgebracht wird.',
  bias_constraint: 'Worauf der Bias nach jedem Trainingsschritt zurückgebracht wird.',
  recurrent_activation: 'Funktion der Gates.',
  recurrent_initializer:
    'Wie die Gewichte auf den eigenen Zustand der Schicht vor dem Training gezogen werden.',
  recurrent_regularizer: 'Was große rekurrente Gewichte zum Loss beitragen.',
  recurrent_constraint: 'Worauf der rekurrente Kernel nach jedem Trainingsschritt zurückgebracht wird.',
  unit_forget_bias: 'Ob der Bias des Forget-Gates bei 1 beginnt, damit das Gedächtnis anfangs anhält.',
  dropout: 'Anteil der Eingaben, der im Training für eine ganze Sequenz auf 0 gesetzt wird.',
  recurrent_dropout: 'Anteil des Zustands, der im Training für eine ganze Sequenz auf 0 gesetzt wird.',
  return_sequences: 'Ob die Ausgabe jedes Schritts die Schicht verlässt oder nur die des letzten.',
  return_state: 'Ob andere Schichten auch ihren letzten Zustand lesen können.',
  go_backwards: 'Ob die Sequenz vom Ende her gelesen wird.',
  stateful: 'Ob ein Batch mit dem Zustand beginnt, mit dem der vorige endete.',
  unroll: 'Wie Keras rechnet: Schritt für Schritt ausgeschrieben; die Zahlen sind dieselben.',
  reset_after: 'Ob das Reset-Gate nach dem Produkt mit dem Zustand kommt; das hat dann einen eigenen Bias.',
  layer: 'Die Schicht darin.',
  merge_mode: 'Wie die zwei Richtungen verbunden werden; None gibt sie getrennt heraus.',
  backward_layer: 'Die Schicht, die vom Ende her liest; None nimmt dieselbe Art wie vorwärts.',
  input_dim: 'Wie viele Zeilen die Tabelle hat: Zahlen von 0 bis eins weniger.',
  output_dim: 'Wie viele gelernte Zahlen jede Zeile hat.',
  embeddings_initializer: 'Wie die Tabelle vor dem Training gezogen wird.',
  embeddings_regularizer: 'Was große Zahlen in der Tabelle zum Loss beitragen.',
  embeddings_constraint: 'Worauf die Tabelle nach jedem Trainingsschritt zurückgebracht wird.',
  axis: 'Die Achse, deren Zellen jede für sich normalisiert werden; der Batch ist Achse 0.',
  momentum: 'Wie viel von den gleitenden Statistiken in jedem Trainingsschritt behalten wird.',
  epsilon: 'Kleine Zahl, die zur Varianz addiert wird, damit nie durch 0 geteilt wird.',
  center: 'Ob Beta addiert wird.',
  scale: 'Ob das Ergebnis mit Gamma multipliziert wird.',
  beta_initializer: 'Womit Beta beginnt.',
  gamma_initializer: 'Womit Gamma beginnt.',
  moving_mean_initializer: 'Womit der gleitende Mittelwert beginnt.',
  moving_variance_initializer: 'Womit die gleitende Varianz beginnt.',
  beta_regularizer: 'Was ein großes Beta zum Loss beiträgt.',
  gamma_regularizer: 'Was ein großes Gamma zum Loss beiträgt.',
  beta_constraint: 'Worauf Beta nach jedem Trainingsschritt zurückgebracht wird.',
  gamma_constraint: 'Worauf Gamma nach jedem Trainingsschritt zurückgebracht wird.',
  target_shape:
    'Größen der neuen Achsen, ohne den Batch; eine darf -1 sein und ist dann, was die anderen übrig lassen.',
  dims: 'Zu jeder Achse der Ausgabe die Achse der Eingabe, gezählt ab 1.',
  n: 'Wie oft die Eingabe wiederholt wird.',
  cropping:
    'Wie viele Zellen abgeschnitten werden: eine Zahl, eine je Achse oder je Achse zwei, davor und danach.',
  size: 'Zu wie vielen Zellen jede wird, eine Zahl je Achse.',
  interpolation:
    'Wie Zahlen zwischen den Zellen gefunden werden: als Kopie der nächsten oder als Mischung der umliegenden.',
  alpha: 'Der Grenzwert großer negativer Eingaben, mit umgekehrtem Vorzeichen.',
  alpha_initializer: 'Womit die Steigungen beginnen.',
  alpha_regularizer: 'Was große Steigungen zum Loss beitragen.',
  alpha_constraint: 'Worauf die Steigungen nach jedem Trainingsschritt zurückgebracht werden.',
  shared_axes:
    'Achsen, entlang derer alle Zellen eine Steigung teilen, gezählt ab 1; None gibt jeder Zelle eine eigene.',
  noise_shape:
    'Größen der Zufallswahl, der Batch zuerst: 1, wo eine Achse als Ganzes ausfällt, None, wo jede Zelle für sich ausfällt.',
  stddev: 'Wie weit das Rauschen streut: seine Standardabweichung.',
  offset: 'Was danach addiert wird: eine Zahl oder eine je Kanal.',
  mode: 'In welcher Richtung Bilder gespiegelt werden.',
  factor:
    'Wie weit Bilder höchstens gedreht werden, als Anteil einer ganzen Drehung; zwei Zahlen sind der Bereich von der einen bis zur anderen.',
  height_factor: 'Wie weit sich die Höhe höchstens ändert, als Anteil an ihr; zwei Zahlen sind ein Bereich.',
  width_factor: 'Wie weit sich die Breite höchstens ändert, als Anteil an ihr; zwei Zahlen sind ein Bereich.',
  fill_mode:
    'Was jenseits der Ränder steht: das Bild gespiegelt oder wiederholt, eine Zahl oder seine letzten Zellen.',
  fill_value: 'Die Zahl jenseits der Ränder, wenn der Modus „constant“ ist.',
  rms_scaling: 'Keras’ frühere Art, durch die Abweichung zu teilen, ohne den Mittelwert abzuziehen.',
  name: 'Der Name der Schicht, verschieden von allen anderen.',
};

const TRANSPOSED = {
  kernel_size: 'Größe dessen, was jede Eingabezelle auf die Ausgabe legt, eine Zahl je Achse.',
  strides: 'Wie viele Zellen auseinander benachbarte Eingabezellen ihre Kernel legen, eine Zahl je Achse.',
  padding:
    '„valid“ behält alles, was die Kernel abdecken; „same“ schneidet auf die Größe der Eingabe mal Schrittweite zu.',
};

const MAXIMA = {
  strides: 'Um wie viele Zellen das Fenster jeweils weiterrückt; None rückt um seine eigene Größe weiter.',
};

const AVERAGES = {
  ...MAXIMA,
  padding:
    '„valid“ hält die Fenster innerhalb der Map; „same“ lässt sie über den Rand reichen und mittelt, was darin liegt.',
};

const FRAME = {
  padding: 'Wie viele Nullen ergänzt werden: eine Zahl, eine je Achse oder je Achse zwei, davor und danach.',
};

export const meaningsInLayer: typeof englishInLayer = {
  Conv1D: {
    padding:
      '„valid“ ergänzt nichts; „same“ ergänzt Nullen auf beiden Seiten; „causal“ ergänzt alle vor dem ersten Schritt.',
  },
  Conv1DTranspose: TRANSPOSED,
  Conv2DTranspose: TRANSPOSED,
  Activation: {
    activation: 'Die Funktion; softmax macht aus den Kanälen einer Zelle Anteile, die zusammen 1 ergeben.',
  },
  LayerNormalization: {
    axis: 'Die Achsen, deren Zellen gemeinsam normalisiert werden; der Batch ist Achse 0.',
  },
  MaxPooling1D: MAXIMA,
  MaxPooling2D: MAXIMA,
  MaxPooling3D: MAXIMA,
  AveragePooling1D: AVERAGES,
  AveragePooling2D: AVERAGES,
  AveragePooling3D: AVERAGES,
  ZeroPadding1D: FRAME,
  ZeroPadding2D: FRAME,
  LeakyReLU: { negative_slope: 'Womit negative Zahlen multipliziert werden.' },
  Softmax: {
    axis: 'Die Achse oder die Achsen, entlang derer die Anteile zusammen 1 ergeben; der Batch ist Achse 0.',
  },
  Concatenate: {
    axis: 'Die Achse, entlang derer die Eingaben aneinandergehängt werden; der Batch ist Achse 0.',
  },
  Rescaling: { scale: 'Womit die Eingabe multipliziert wird: eine Zahl oder eine je Kanal.' },
  RandomZoom: {
    height_factor:
      'Wie viel höher oder niedriger der gezeigte Ausschnitt höchstens ist; zwei Zahlen sind ein Bereich, unter 0 wird vergrößert.',
    width_factor: 'Dasselbe für die Breite; None erhält die Proportionen des Bilds.',
  },
  RandomTranslation: {
    height_factor:
      'Wie weit Bilder höchstens nach unten oder oben rücken, als Anteil ihrer Höhe; zwei Zahlen sind ein Bereich.',
    width_factor:
      'Wie weit Bilder höchstens nach rechts oder links rücken, als Anteil ihrer Breite; zwei Zahlen sind ein Bereich.',
  },
};
