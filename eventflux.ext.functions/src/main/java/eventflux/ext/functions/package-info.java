/**
 * The built-in scalar functions and aggregators.
 */
package eventflux.ext.functions;
