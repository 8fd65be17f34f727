/** What a row of a window, a group and a partition take, beside a peer. */
package eventflux.bench.memory;
