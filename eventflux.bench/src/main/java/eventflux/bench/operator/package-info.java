/** What each kind of operator costs an event, and how that changes with the size of what it remembers. */
package eventflux.bench.operator;
