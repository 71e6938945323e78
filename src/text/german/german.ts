import { archiveText } from '../archive.ts';
import { meanings, meaningsInLayer } from '../arguments.ts';
import { builder } from '../builder.ts';
import { codeText } from '../code.ts';
import { comparisonText } from '../comparison.ts';
import { coneTexts } from '../cone.ts';
import { datasetTexts, dataText } from '../datasets.ts';
import { dock } from '../dock.ts';
import { BY_CODE, BY_REASON, errorFrame } from '../errors.ts';
import { experimentText } from '../experiment.ts';
import { historyText } from '../history.ts';
import { kernelsText } from '../kernels.ts';
import { lab } from '../lab.ts';
import { activationText } from '../layers/activation.ts';
import { axesText, axisNames } from '../layers/axes.ts';
import { barsText } from '../layers/bars.ts';
import { coneText } from '../layers/cone.ts';
import { conv1dText } from '../layers/conv1d.ts';
import { conv2dText } from '../layers/conv2d.ts';
import { denseText } from '../layers/dense.ts';
import { dropoutText } from '../layers/dropout.ts';
import { embeddingText } from '../layers/embedding.ts';
import { flattenText } from '../layers/flatten.ts';
import { flowText } from '../layers/flow.ts';
import { generalText } from '../layers/general.ts';
import { kernelText } from '../layers/kernel.ts';
import { outputsText } from '../layers/outputs.ts';
import { poolingText } from '../layers/pooling.ts';
import { recurrentText } from '../layers/recurrent.ts';
import { sliceText } from '../layers/slices.ts';
import { softmaxText } from '../layers/softmax.ts';
import { stageText } from '../layers/stage.ts';
import { timeDistributedText } from '../layers/time-distributed.ts';
import { timelineText } from '../layers/timeline.ts';
import { windowText } from '../layers/window.ts';
import { lessonText } from '../lesson.ts';
import { names } from '../names.ts';
import { notebookText } from '../notebook.ts';
import { notices } from '../notices.ts';
import { offline } from '../offline.ts';
import { dataFaults, dataNotes, dataPlaces } from '../own-data.ts';
import { ownDataText } from '../own-data-page.ts';
import { page } from '../page.ts';
import { palette, purposeTitles } from '../palette.ts';
import { probeText } from '../probe.ts';
import { pythonDatasets, pythonNotes, pythonProblems } from '../python.ts';
import { scorm } from '../scorm.ts';
import { settings } from '../settings.ts';
import { share } from '../share.ts';
import { spokenSequence } from '../spoken-sequence.ts';
import { widgetText } from '../widget.ts';
import { archiveText as archiveTextGerman } from './archive.ts';
import { meanings as meaningsGerman, meaningsInLayer as meaningsInLayerGerman } from './arguments.ts';
import { builder as builderGerman } from './builder.ts';
import { codeText as codeTextGerman } from './code.ts';
import { comparisonText as comparisonTextGerman } from './comparison.ts';
import { coneTexts as coneTextsGerman } from './cone.ts';
import { datasetTexts as datasetTextsGerman, dataText as dataTextGerman } from './datasets.ts';
import { dock as dockGerman } from './dock.ts';
import {
  BY_CODE as BY_CODEGerman,
  BY_REASON as BY_REASONGerman,
  errorFrame as errorFrameGerman,
} from './errors.ts';
import { experimentText as experimentTextGerman } from './experiment.ts';
import { historyText as historyTextGerman } from './history.ts';
import { kernelsText as kernelsTextGerman } from './kernels.ts';
import { lab as labGerman } from './lab.ts';
import { activationText as activationTextGerman } from './layers/activation.ts';
import { axesText as axesTextGerman, axisNames as axisNamesGerman } from './layers/axes.ts';
import { barsText as barsTextGerman } from './layers/bars.ts';
import { coneText as coneTextGerman } from './layers/cone.ts';
import { conv1dText as conv1dTextGerman } from './layers/conv1d.ts';
import { conv2dText as conv2dTextGerman } from './layers/conv2d.ts';
import { denseText as denseTextGerman } from './layers/dense.ts';
import { dropoutText as dropoutTextGerman } from './layers/dropout.ts';
import { embeddingText as embeddingTextGerman } from './layers/embedding.ts';
import { flattenText as flattenTextGerman } from './layers/flatten.ts';
import { flowText as flowTextGerman } from './layers/flow.ts';
import { generalText as generalTextGerman } from './layers/general.ts';
import { kernelText as kernelTextGerman } from './layers/kernel.ts';
import { outputsText as outputsTextGerman } from './layers/outputs.ts';
import { poolingText as poolingTextGerman } from './layers/pooling.ts';
import { recurrentText as recurrentTextGerman } from './layers/recurrent.ts';
import { sliceText as sliceTextGerman } from './layers/slices.ts';
import { softmaxText as softmaxTextGerman } from './layers/softmax.ts';
import { stageText as stageTextGerman } from './layers/stage.ts';
import { timeDistributedText as timeDistributedTextGerman } from './layers/time-distributed.ts';
import { timelineText as timelineTextGerman } from './layers/timeline.ts';
import { windowText as windowTextGerman } from './layers/window.ts';
import { lessonText as lessonTextGerman } from './lesson.ts';
import { names as namesGerman } from './names.ts';
import { notebookText as notebookTextGerman } from './notebook.ts';
import { notices as noticesGerman } from './notices.ts';
import { offline as offlineGerman } from './offline.ts';
import {
  dataFaults as dataFaultsGerman,
  dataNotes as dataNotesGerman,
  dataPlaces as dataPlacesGerman,
} from './own-data.ts';
import { ownDataText as ownDataTextGerman } from './own-data-page.ts';
import { page as pageGerman } from './page.ts';
import { palette as paletteGerman, purposeTitles as purposeTitlesGerman } from './palette.ts';
import { probeText as probeTextGerman } from './probe.ts';
import {
  pythonDatasets as pythonDatasetsGerman,
  pythonNotes as pythonNotesGerman,
  pythonProblems as pythonProblemsGerman,
} from './python.ts';
import { scorm as scormGerman } from './scorm.ts';
import { settings as settingsGerman } from './settings.ts';
import { share as shareGerman } from './share.ts';
import { spokenSequence as spokenSequenceGerman } from './spoken-sequence.ts';
import { widgetText as widgetTextGerman } from './widget.ts';

/** Each catalogue and its texts in German, in the order of their files. */
export const PAIRS: readonly (readonly [english: object, german: object])[] = [
  [archiveText, archiveTextGerman],
  [meanings, meaningsGerman],
  [meaningsInLayer, meaningsInLayerGerman],
  [builder, builderGerman],
  [codeText, codeTextGerman],
  [comparisonText, comparisonTextGerman],
  [coneTexts, coneTextsGerman],
  [datasetTexts, datasetTextsGerman],
  [dataText, dataTextGerman],
  [dock, dockGerman],
  [errorFrame, errorFrameGerman],
  [BY_CODE, BY_CODEGerman],
  [BY_REASON, BY_REASONGerman],
  [experimentText, experimentTextGerman],
  [historyText, historyTextGerman],
  [kernelsText, kernelsTextGerman],
  [lab, labGerman],
  [lessonText, lessonTextGerman],
  [names, namesGerman],
  [notebookText, notebookTextGerman],
  [notices, noticesGerman],
  [offline, offlineGerman],
  [ownDataText, ownDataTextGerman],
  [dataFaults, dataFaultsGerman],
  [dataNotes, dataNotesGerman],
  [dataPlaces, dataPlacesGerman],
  [page, pageGerman],
  [purposeTitles, purposeTitlesGerman],
  [palette, paletteGerman],
  [probeText, probeTextGerman],
  [pythonNotes, pythonNotesGerman],
  [pythonProblems, pythonProblemsGerman],
  [pythonDatasets, pythonDatasetsGerman],
  [scorm, scormGerman],
  [settings, settingsGerman],
  [share, shareGerman],
  [spokenSequence, spokenSequenceGerman],
  [activationText, activationTextGerman],
  [axisNames, axisNamesGerman],
  [axesText, axesTextGerman],
  [barsText, barsTextGerman],
  [coneText, coneTextGerman],
  [conv1dText, conv1dTextGerman],
  [conv2dText, conv2dTextGerman],
  [denseText, denseTextGerman],
  [dropoutText, dropoutTextGerman],
  [embeddingText, embeddingTextGerman],
  [flattenText, flattenTextGerman],
  [flowText, flowTextGerman],
  [generalText, generalTextGerman],
  [kernelText, kernelTextGerman],
  [outputsText, outputsTextGerman],
  [poolingText, poolingTextGerman],
  [recurrentText, recurrentTextGerman],
  [sliceText, sliceTextGerman],
  [softmaxText, softmaxTextGerman],
  [stageText, stageTextGerman],
  [timeDistributedText, timeDistributedTextGerman],
  [timelineText, timelineTextGerman],
  [windowText, windowTextGerman],
  [widgetText, widgetTextGerman],
];
