/** States of applications in an SQLite database. */
package eventflux.ext.sqlite;
