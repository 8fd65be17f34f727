/**
 * Expressions: from what the author wrote to typed values over columns. The typing rules of both dialects are in {@link
 * eventflux.core.analyze.expression.OperatorTypes} and {@link eventflux.core.analyze.expression.Widening}; every other class
 * asks them. Knows nothing of queries.
 */
package eventflux.core.analyze.expression;
