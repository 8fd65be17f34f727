/** Hot. The application's clock and its deadlines. Knows nothing of rows or queries. */
package eventflux.core.time;
