/**
 * Where the process begins and ends. The command line is in {@code command}, the OSGi framework in {@code node}. Nothing here
 * or below compiles against a bundle other than the API: what is started is what lies in the distribution's folders.
 */
package eventflux.launcher;
