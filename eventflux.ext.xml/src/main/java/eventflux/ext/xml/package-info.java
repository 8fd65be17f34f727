/** XML as messages: elements and attributes become columns, rows become elements. Reads with the parser of the JDK, without DTDs. */
package eventflux.ext.xml;
