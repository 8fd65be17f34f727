/** What an event costs a pattern that has many partial matches. */
package eventflux.bench.pattern;
