/**
 * Hot. Conditions over the rows of a window, those included whose text comes with the rows: a text is read once, when it comes anew.
 * Nothing here knows how a text is read.
 */
package eventflux.core.operator.condition;
