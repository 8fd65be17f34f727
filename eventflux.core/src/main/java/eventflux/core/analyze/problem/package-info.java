/** What an analysis finds wrong: the error codes of the analyser, their collection, and suggestions for misspelt names. */
package eventflux.core.analyze.problem;
