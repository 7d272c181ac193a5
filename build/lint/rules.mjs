/** @typedef {{ line: number, message: string }} Finding */
/** @typedef {{ name: string, check: (path: string, text: string) => Finding[] }} Rule */

/** Longest file allowed, in lines; 130 is the aim. */
const longestFile = 500;

/** @type {Rule} No file grows without limit. */
const fileLength = {
  name: 'file-length',
  check: (_path, text) => {
    const lines = text.split('\n').length;
    if (lines <= longestFile) return [];
    return [{ line: longestFile, message: `${lines} lines; split by idea, at most ${longestFile}` }];
  },
};

/** @type {Rule} Every export of shared/ and electron/ says what it is and why. */
const documentedExports = {
  name: 'documented-exports',
  check: (path, text) => {
    if (!/^(shared|electron)\//.test(path)) return [];
    const lines = text.split('\n');
    return lines.flatMap((line, index) => {
      if (!/^export (?:declare |abstract )?(?:async )?(?:const|function|class|type|interface)\b/.test(line))
        return [];
      if (precededByDocComment(lines, index)) return [];
      return [{ line: index + 1, message: 'an export without a doc comment' }];
    });
  },
};

/** @type {Rule} A type assertion needs a comment that says why it is right. */
const explainedAssertions = {
  name: 'explained-assertions',
  check: (path, text) => {
    if (path.startsWith('test/') || path.endsWith('.mjs')) return [];
    const lines = text.split('\n');
    return lines.flatMap((line, index) => {
      const code = line.replace(/\/\/.*$/, '').replace(/(['"`])(?:\\.|(?!\1).)*\1/g, "''");
      if (
        /^\s*(import|export)\b.*\bas\b/.test(code) ||
        /^\s*(\/\*|\*)/.test(line) ||
        /^\s*type \w+ as \w+,?$/.test(code)
      )
        return [];
      if (/^\s*(?:type )?\w+ as \w+,?\s*$/.test(code)) return [];
      if (!/[\w)\]}>'"]\s+as\s+(?!const\b)[A-Za-z{[(]/.test(code)) return [];
      if (line.includes('//') || commentAbove(lines, index)) return [];
      return [{ line: index + 1, message: 'a type assertion without a comment that says why it is right' }];
    });
  },
};

/** @type {Rule} A figure of a document stands in a pack, never in a mechanism: only 0 and 1 may be written there. */
const figuresInPacks = {
  name: 'figures-in-packs',
  check: (path, text) => {
    if (!path.startsWith('shared/policy/mechanisms/')) return [];
    const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    return code.split('\n').flatMap((line, index) => {
      const bare = line.replace(/\/\/.*$/, '').replace(/'(?:\\.|[^'\\])*'/g, "''");
      const figures = bare.match(/(?<![\w.$])\d[\d_.]*/g) ?? [];
      return figures
        .filter((figure) => figure !== '0' && figure !== '1')
        .map((figure) => ({
          line: index + 1,
          message: `the figure ${figure}; write it in the pack as a parameter`,
        }));
    });
  },
};

/** Every rule of the project's own lint. */
export const rules = [fileLength, documentedExports, explainedAssertions, figuresInPacks];

/** Whether the nearest line above the declaration ends a doc comment. */
function precededByDocComment(lines, index) {
  let at = index - 1;
  while (at >= 0 && /^\s*(@|\/\/ biome-ignore)/.test(lines[at])) at -= 1;
  return at >= 0 && /\*\/\s*$/.test(lines[at]);
}

/** Whether a line comment stands within the three lines above, in the same statement. */
function commentAbove(lines, index) {
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    if (/^\s*(\/\/|\*|\/\*)/.test(lines[at])) return true;
    if (/^\s*$/.test(lines[at])) return false;
  }
  return false;
}
