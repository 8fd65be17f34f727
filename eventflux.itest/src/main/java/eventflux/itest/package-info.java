/**
 * What the tests of the running framework share; the tests themselves are under <code>src/test</code>.
 */
package eventflux.itest;
