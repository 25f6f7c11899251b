/* Of what a reader pastes, the message itself. Around it stand the frames of a traceback,
   what Keras, TensorFlow and JAX add to every error, the colours of a terminal, the time
   of a log. */
self.messageIn = (() => {
  const COLOURS = /\u001b\[[\d;]*m/g;
  const LOG = /^(?:\[?\d{4}-\d\d-\d\d[ T][\d:.,]+\]?|[IWEF]\d{4} [\d:.]+ +\d+ \S+\])[ :]*/gm;
  const LEVEL = /^\[?(?:CRITICAL|ERROR|WARNING|WARN|INFO)\b\]?[ :-]*/gm;
  const HEADS =
    /^\s*Traceback \(most recent call last\):|^The above exception was .*|^During handling of .*/gm;
  // A line about the place, one of code, and one of marks below it.
  const FRAME =
    /^\s*File ["\S].*(?:, line |:)\d+.*\n(?:(?!\w*(?:Error|Exception|Warning)\b)\s+\S.*\n)?(?:[\s~^]+\n)?/gm;
  const PLACE = /^\S+\.py:\d+: (?=\w*Warning)/gm;
  const KERAS =
    /Exception encountered(?:: | when calling [\s\S]{0,80}?\.call\(\)\.?)|Arguments received by [\s\S]*?(?=\n\s*\n\S|$(?![\s\S]))/g;
  const JAX =
    /-{8,}|For simplicity, JAX has removed its internal frames[\s\S]*?(?:included|these)\.|See https:\/\/\S+/g;
  const GRAPH =
    /Graph execution error:|^Detected at node .* defined at \(most recent call last\):|\[\[\{\{node .*|\[Op:\w+\]/gm;
  const AROUND = [COLOURS, LOG, LEVEL, HEADS, FRAME, PLACE, KERAS, JAX, GRAPH];

  // Where only what stands around was pasted, that is all there is to go by.
  return (text) => {
    const left = AROUND.reduce((rest, each) => rest.replace(each, " "), `${text}\n`);
    return (left.match(/\w{3,}/g) ?? []).length > 1 ? left : text;
  };
})();
