// `node recognizers.js FOLDER`: texts as JSON Lines in, the amounts of Recognizers-Text for Node out (see __init__.py).
// FOLDER holds node_modules.
const { createRequire } = require("module");
const path = require("path");
const readline = require("readline");

const suite = createRequire(path.resolve(process.argv[2]) + path.sep)("@microsoft/recognizers-text-suite");
const CULTURES = { ja: "ja-jp", en: "en-us", fr: "fr-fr" };
const MODELS = ["Currency", "Dimension", "Age", "Temperature", "Percentage", "Number"];
const DURATION = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/;
const TIMES = { Y: "year", M: "month", W: "week", D: "day", TH: "hour", TM: "minute", TS: "second" };

function found(model, text, culture) {
  try {
    return model === "DateTime"
      ? suite.recognizeDateTime(text, culture, 0, new Date(), false)
      : suite[`recognize${model}`](text, culture, 0, false);
  } catch (error) {
    if (/Could not find Model/.test(error.message)) return []; // there is none in this language
    throw error;
  }
}

function durations(text, culture) {
  return found("DateTime", text, culture).flatMap((one) => {
    const [, clock, value, sign] = DURATION.exec(one.resolution?.values?.[0]?.timex) ?? [];
    if (!/duration$/.test(one.typeName) || !sign) return [];
    return [{ ...one, typeName: "duration", resolution: { value, unit: TIMES[clock + sign] } }];
  });
}

function read(text, culture) {
  const points = (unit) => Array.from(text.slice(0, unit)).length; // it counts in UTF-16
  const amounts = MODELS.flatMap((model) => found(model, text, culture));
  return [...amounts, ...durations(text, culture)].map((one) => ({
    start: points(one.start),
    end: points(one.end + 1),
    type: one.typeName,
    value: one.resolution?.value,
    unit: one.resolution?.unit,
    code: one.resolution?.isoCurrency,
  }));
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, text, lang } = JSON.parse(line);
  console.log(JSON.stringify({ id, found: read(text, CULTURES[lang]) }));
});
