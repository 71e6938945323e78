import activityRecognition from './activity-recognition.py?raw';
import causalStack from './causal-stack.py?raw';
import causalStackPermuted from './causal-stack-permuted.py?raw';
import causalStackPlain from './causal-stack-plain.py?raw';
import convolution from './convolution.py?raw';
import convolutionAndPooling from './convolution-and-pooling.py?raw';
import digits5x5 from './digits-5x5.py?raw';
import encoderDecoder from './encoder-decoder.py?raw';
import inceptionBlock from './inception-block.py?raw';
import lstm from './lstm.py?raw';
import lstmClassifier from './lstm-classifier.py?raw';
import lstmStacked from './lstm-stacked.py?raw';
import lstmStateful from './lstm-stateful.py?raw';
import manyOutputs from './many-outputs.py?raw';
import mfcc from './mfcc.py?raw';
import mfccRegression from './mfcc-regression.py?raw';
import residualBlock from './residual-block.py?raw';
import sentences from './sentences.py?raw';
import sequences from './sequences.py?raw';
import spectrum from './spectrum.py?raw';
import spokenDigits from './spoken-digits.py?raw';
import vgg from './vgg.py?raw';
import weatherLstm from './weather-lstm.py?raw';

/** The Python of each preset, by its id. */
export const PRESET_CODES: Readonly<Record<string, string>> = {
  convolution,
  'convolution-and-pooling': convolutionAndPooling,
  'digits-5x5': digits5x5,
  vgg,
  'residual-block': residualBlock,
  'inception-block': inceptionBlock,
  'encoder-decoder': encoderDecoder,
  sequences,
  spectrum,
  'activity-recognition': activityRecognition,
  'causal-stack': causalStack,
  'causal-stack-permuted': causalStackPermuted,
  'causal-stack-plain': causalStackPlain,
  sentences,
  'spoken-digits': spokenDigits,
  'weather-lstm': weatherLstm,
  lstm,
  'lstm-stacked': lstmStacked,
  'lstm-classifier': lstmClassifier,
  'lstm-stateful': lstmStateful,
  'many-outputs': manyOutputs,
  mfcc,
  'mfcc-regression': mfccRegression,
};
