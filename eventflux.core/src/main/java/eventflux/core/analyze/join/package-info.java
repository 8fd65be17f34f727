/** How the columns of joined inputs are called. Knows {@code core.analyze.expression} and {@code core.resolved}. */
package eventflux.core.analyze.join;
