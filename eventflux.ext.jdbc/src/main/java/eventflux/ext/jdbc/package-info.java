/** Rows into tables of databases and out of them, over JDBC. What differs between databases is in {@code Dialect}. */
package eventflux.ext.jdbc;
