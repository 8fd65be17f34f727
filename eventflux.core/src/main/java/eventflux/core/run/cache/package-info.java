/**
 * What is kept at hand of a table in a store: rows that were found by their primary key, until this application changes
 * them, their time is over, or others take their room.
 */
package eventflux.core.run.cache;
