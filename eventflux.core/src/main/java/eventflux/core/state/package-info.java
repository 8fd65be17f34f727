/**
 * Hot. What operators remember: records of cells, one a key, and the containers that hang on them; and the snapshots of
 * all of it. Implements {@code eventflux.api.spi.state} on the memory of {@code core.row}.
 */
package eventflux.core.state;
