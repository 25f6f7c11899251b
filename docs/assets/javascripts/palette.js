/* Put on the colours that the reader chose, before the page is painted. */
{
  const { color } = __md_get("__palette") ?? {};
  for (const [key, value] of Object.entries(color ?? {})) {
    document.body.setAttribute(`data-md-color-${key}`, value);
  }
}
