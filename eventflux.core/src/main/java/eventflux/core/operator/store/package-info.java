/**
 * Tables whose rows lie outside the engine: what asks a store for rows, and what hands rows to it. Each call leaves the
 * engine, so nothing here is in a hurry. How a connection lives is none of its business: {@link
 * eventflux.core.operator.store.StoreLink}.
 */
package eventflux.core.operator.store;
