/** Renderers that draw on the processor: https://www.khronos.org/registry/webgl/extensions/WEBGL_debug_renderer_info/ names them. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Pixels to draw for each of CSS: all that the screen has, but one where the processor draws them, which four would keep too busy. */
export function pixelRatio(): number {
  return devicePixelRatio > 1 && drawnByProcessor() ? 1 : devicePixelRatio;
}

function drawnByProcessor(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const known = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(known ? known.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  // Browsers allow only so many contexts at a time.
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(name);
}
