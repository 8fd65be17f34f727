/**
 * Answers an editor that speaks the Language Server Protocol: problems, completion, explanations, an outline. Knows the engine
 * and the parser by their services only; nothing here analyses a text itself, and nothing is started.
 */
package eventflux.lsp;
