import type { LayerKind } from '../../model/layers/kinds.ts';
import type { purposeTitles as english } from '../palette.ts';

export const purposeTitles: typeof english = {
  convolution: 'Faltung',
  pooling: 'Pooling',
  shape: 'Form',
  merging: 'Zusammenführung',
  dense: 'Dense',
  activation: 'Aktivierung',
  regularisation: 'Regularisierung',
  recurrent: 'Sequenzen',
  normalisation: 'Normalisierung',
  augmentation: 'Augmentierung',
};

/** Purposes are the same in every language. */
export const palette: Readonly<Record<LayerKind, { readonly line: string }>> = {
  Conv1D: {
    line: 'Lässt kleine Kernel über die Schritte einer Sequenz gleiten und summiert die Produkte.',
  },
  Conv2D: { line: 'Lässt kleine Kernel über die Maps gleiten und summiert die Produkte.' },
  Conv3D: {
    line: 'Lässt kleine Blöcke von Gewichten durch ein Volumen gleiten und summiert die Produkte.',
  },
  DepthwiseConv1D: { line: 'Lässt über jeden Kanal einer Sequenz einen eigenen Kernel gleiten.' },
  DepthwiseConv2D: {
    line: 'Lässt über jede Map einen eigenen Kernel gleiten, ohne die Maps zu mischen.',
  },
  SeparableConv1D: { line: 'Filtert jeden Kanal für sich und mischt dann die Kanäle, Schritt für Schritt.' },
  SeparableConv2D: {
    line: 'Filtert jede Map für sich und mischt dann die Maps, Zelle für Zelle: wenige Gewichte.',
  },
  Conv1DTranspose: {
    line: 'Jeder Schritt legt einen Kernel auf eine längere Sequenz; was sich überlappt, addiert sich.',
  },
  Conv2DTranspose: {
    line: 'Jede Zelle legt einen Kernel auf eine größere Map; was sich überlappt, addiert sich.',
  },
  MaxPooling1D: { line: 'Behält den größten Wert jedes Fensters; die Sequenz wird kürzer.' },
  MaxPooling2D: { line: 'Behält den größten Wert jedes Fensters; Maps werden kleiner.' },
  MaxPooling3D: { line: 'Behält den größten Wert jedes Blocks; Volumen werden kleiner.' },
  AveragePooling1D: { line: 'Mittelt jedes Fenster; die Sequenz wird kürzer.' },
  AveragePooling2D: { line: 'Mittelt jedes Fenster; Maps werden kleiner.' },
  AveragePooling3D: { line: 'Mittelt jeden Block; Volumen werden kleiner.' },
  GlobalMaxPooling1D: { line: 'Behält den größten Wert jedes Kanals: eine Zahl je Kanal.' },
  GlobalMaxPooling2D: { line: 'Behält den größten Wert jeder ganzen Map: eine Zahl je Map.' },
  GlobalMaxPooling3D: { line: 'Behält den größten Wert jedes ganzen Volumens: eine Zahl je Kanal.' },
  GlobalAveragePooling1D: { line: 'Mittelt jeden Kanal über alle Schritte: eine Zahl je Kanal.' },
  GlobalAveragePooling2D: { line: 'Mittelt jede ganze Map: eine Zahl je Map.' },
  GlobalAveragePooling3D: { line: 'Mittelt jedes ganze Volumen: eine Zahl je Kanal.' },
  Activation: { line: 'Wendet eine Funktion wie relu oder softmax auf die Eingabe an.' },
  ReLU: { line: 'Schneidet unter einer Schwelle ab, auf Wunsch mit Steigung oder Obergrenze.' },
  LeakyReLU: { line: 'Behält das Positive und verkleinert das Negative mit fester Steigung.' },
  PReLU: { line: 'Wie LeakyReLU, mit gelernten Steigungen.' },
  ELU: { line: 'Behält das Positive und biegt das Negative zu einer Untergrenze hin.' },
  Softmax: { line: 'Macht aus den Zahlen entlang einer Achse Anteile, die zusammen 1 ergeben.' },
  Flatten: { line: 'Legt alle Maps zu einer einzigen Liste von Zahlen aus.' },
  Reshape: { line: 'Setzt dieselben Zahlen in derselben Reihenfolge unter andere Achsen.' },
  Permute: { line: 'Vertauscht Achsen, etwa Schritte und Kanäle.' },
  RepeatVector: { line: 'Wiederholt eine Liste von Zahlen an mehreren Schritten.' },
  ZeroPadding1D: { line: 'Setzt Nullen vor und hinter eine Sequenz.' },
  ZeroPadding2D: { line: 'Setzt einen Rahmen aus Nullen um jede Map.' },
  Cropping1D: { line: 'Schneidet an beiden Enden einer Sequenz Schritte ab.' },
  Cropping2D: { line: 'Schneidet an den Rändern jeder Map Zellen ab.' },
  UpSampling1D: { line: 'Wiederholt jeden Schritt; die Sequenz wird länger.' },
  UpSampling2D: { line: 'Macht aus jeder Zelle mehrere; Maps werden größer.' },
  Add: { line: 'Addiert seine Eingaben, Zelle für Zelle: So trifft eine Abkürzung auf ihren Block.' },
  Subtract: { line: 'Zieht die zweite Eingabe von der ersten ab, Zelle für Zelle.' },
  Multiply: { line: 'Multipliziert seine Eingaben, Zelle für Zelle.' },
  Average: { line: 'Mittelt seine Eingaben, Zelle für Zelle.' },
  Maximum: { line: 'Behält die größte seiner Eingaben, Zelle für Zelle.' },
  Minimum: { line: 'Behält die kleinste seiner Eingaben, Zelle für Zelle.' },
  Concatenate: { line: 'Hängt seine Eingaben entlang einer Achse aneinander, normalerweise der Kanäle.' },
  Dense: { line: 'Jede Unit gewichtet alle Eingaben und summiert sie.' },
  Dropout: { line: 'Setzt im Training zufällige Eingaben auf 0, danach keine mehr.' },
  SpatialDropout1D: { line: 'Setzt im Training zufällige Kanäle an allen Schritten auf 0.' },
  SpatialDropout2D: { line: 'Setzt im Training zufällige ganze Maps auf 0.' },
  GaussianNoise: { line: 'Addiert im Training normalverteiltes Rauschen zur Eingabe.' },
  Rescaling: {
    line: 'Multipliziert die Eingabe mit einer Zahl und addiert eine andere, etwa Pixel auf 0 bis 1.',
  },
  RandomFlip: { line: 'Spiegelt im Training zufällig Bilder.' },
  RandomRotation: { line: 'Dreht im Training Bilder um zufällige Winkel.' },
  RandomZoom: { line: 'Vergrößert oder verkleinert im Training zufällig Bilder.' },
  RandomTranslation: { line: 'Verschiebt im Training zufällig Bilder.' },
  LSTM: {
    line: 'Liest eine Sequenz Schritt für Schritt; Gates entscheiden, was ihr Gedächtnis behält, aufnimmt und zeigt.',
  },
  GRU: {
    line: 'Liest eine Sequenz Schritt für Schritt; zwei Gates mischen alten und neuen Zustand.',
  },
  SimpleRNN: {
    line: 'Liest eine Sequenz Schritt für Schritt und führt die eigene Ausgabe zurück.',
  },
  Bidirectional: {
    line: 'Liest eine Sequenz mit zwei Schichten von beiden Enden und verbindet, was sie geben.',
  },
  TimeDistributed: { line: 'Wendet eine Schicht auf jeden Schritt einer Sequenz einzeln an.' },
  Embedding: { line: 'Schlägt zu jeder ganzen Zahl eine Zeile gelernter Zahlen nach.' },
  BatchNormalization: {
    line: 'Bringt jeden Kanal über den Batch auf Mittelwert 0 und Abweichung 1, skaliert und verschiebt ihn dann.',
  },
  LayerNormalization: {
    line: 'Bringt die Werte jedes Beispiels auf Mittelwert 0 und Abweichung 1, skaliert und verschiebt sie dann.',
  },
};
