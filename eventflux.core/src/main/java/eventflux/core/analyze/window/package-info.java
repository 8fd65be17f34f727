/** Window calls: which extension is meant, and its arguments checked against what it says of its parameters. */
package eventflux.core.analyze.window;
