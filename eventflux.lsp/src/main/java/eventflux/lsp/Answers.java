package eventflux.lsp;

/**
 * Those who know the answers.
 *
 * @param completion what may be typed
 * @param hovers what is under the mouse
 * @param formatting how the text should look
 */
record Answers(Completion completion, Hovers hovers, Formatting formatting) {}
