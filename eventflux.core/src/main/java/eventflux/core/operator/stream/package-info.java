/** Hot. Stream functions at work: they add columns to rows, or make other rows of them. */
package eventflux.core.operator.stream;
