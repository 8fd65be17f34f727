/**
 * Lays a text out anew: same words, same comments, one style. Works on words and parse trees and never looks at what they
 * mean.
 */
package eventflux.parser.format;
