/** JSON in, a filter, JSON out: the engine beside a loop over Jackson's parser and generator. */
package eventflux.bench.json;
