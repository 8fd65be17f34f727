/**
 * Many readers of one stream, found by what their conditions compare, so that a row costs what those that it concerns cost.
 * Hot. Uses rows and the contract of receivers; knows no queries.
 */
package eventflux.core.operator.index;
