const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * What kind of WebGL there is, from the name of its renderer alone: nothing is drawn, so it costs next to nothing
 * where a measurement in software would take seconds.
 */
export function probeGpu(): 'none' | 'software' | 'hardware' {
  if (typeof OffscreenCanvas === 'undefined') return 'none';
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return 'none';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  // The context is not needed any more, and browsers allow only so many.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(renderer) ? 'software' : 'hardware';
}
