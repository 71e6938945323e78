/** Bytes fed to the inflater at a time: deflate grows at most 1032-fold, so what comes out at once stays small. */
const SLICE = 256;

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Inflates a raw deflate stream, and gives up as soon as more than `limit` bytes have come out: undefined then.
 * Rejects where the stream is damaged or cut.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array | undefined> {
  let fed = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (fed >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(fed, fed + SLICE));
        fed += SLICE;
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const inflated = new Uint8Array(limit);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return inflated.subarray(0, length);
    if (length + value.length > limit) {
      await reader.cancel();
      return undefined;
    }
    inflated.set(value, length);
    length += value.length;
  }
}
