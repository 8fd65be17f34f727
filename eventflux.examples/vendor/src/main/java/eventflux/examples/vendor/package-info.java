/**
 * The smallest bundle that a vendor would ship: the window {@code acme:every} and the function {@code acme:vat}.
 *
 * <p>To make one like it: depend on {@code eventflux.api} and nothing else of EventFlux, annotate a factory or a library of
 * functions with {@code @Extension} or {@code @Function} and {@code @Component}, keep what the extension remembers in the
 * {@linkplain eventflux.api.spi.state.StateFactory state} it is given, and let bnd write the manifest. Copied into the
 * folder {@code deploy/} of a node the jar is usable at once; overwritten by the next version, applications go on with the state
 * that they had. The rate of the tax lies in {@code vat.properties} beside the classes: another jar, another rate.
 */
package eventflux.examples.vendor;
