/** A switched-off rule says why: `-- reason` at the end of the comment. */
const disableHasReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'Say why this rule is off: end the comment with "-- reason".' },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!/^\s*eslint-disable/.test(comment.value)) continue;
        if (!/\s--\s+\S/.test(comment.value)) context.report({ loc: comment.loc, messageId: 'missing' });
      }
    },
  }),
};

/** An assertion tells the compiler what it cannot see; the comment on its line tells the reader. */
const assertionHasReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'Say beside this `as` why it is true, or do without it.' },
  },
  create(context) {
    const { sourceCode } = context;
    const commented = new Set(sourceCode.getAllComments().flatMap(({ loc }) => linesOf(loc)));
    return {
      TSAsExpression(node) {
        if (isConst(node) || node.parent.type === 'TSAsExpression') return;
        const { start, end } = node.loc;
        // Beside it, after the statement that it ends, or on the line above.
        const last = sourceCode.getTokenAfter(node)?.loc.start.line === end.line + 1 ? end.line + 1 : end.line;
        const near = [start.line - 1, start.line, end.line, last];
        if (!near.some((line) => commented.has(line))) context.report({ node, messageId: 'missing' });
      },
    };
  },
};

const isConst = ({ typeAnnotation }) =>
  typeAnnotation.type === 'TSTypeReference' &&
  typeAnnotation.typeName.type === 'Identifier' &&
  typeAnnotation.typeName.name === 'const';

const linesOf = ({ start, end }) => Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);

/** Rules of this repository that no package has. */
export const reasons = {
  meta: { name: 'reasons' },
  rules: { 'disable-has-reason': disableHasReason, 'assertion-has-reason': assertionHasReason },
};
