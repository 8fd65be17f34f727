/** What benchmarks leave behind: numbers as a file, a picture of them, and the comparison with those of an earlier commit. */
package eventflux.bench.report;
