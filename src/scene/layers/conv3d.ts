import { channelsLast } from '../lens/channels-last.ts';
import { convTerms } from '../lens/conv-channels.ts';
import { overSlices } from '../lens/over-slices.ts';
import { ownChannels } from '../lens/own-channels.ts';
import { strongestOf } from '../lens/values.ts';
import { plainConvolution } from './conv2d.ts';

/** The channel of which a slice adds most. */
const strongest = (context: Parameters<typeof convTerms>[0]) => {
  const { channels } = convTerms(context);
  const [at = 0] = strongestOf(
    channels.map(({ sum }) => sum),
    1,
  );
  return channels[at]?.channel ?? 0;
};

/** The window's slices times the kernel's, each channel of each slice by itself, summed, bias added, activation applied. */
export const conv3dScene = channelsLast(ownChannels(overSlices(plainConvolution, strongest)));
