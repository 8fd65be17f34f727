/** JSON in, a filter, JSON out, and the same with CSV: the engine beside a loop over Jackson's parser and generator. */
package eventflux.bench.json;
